import { expect, test } from 'vitest'
import { knownOf, readText } from './lists.ts'

const lists: [language: string, text: string, encoding?: string][] = [
  [
    'English',
    `Full name,Instagram handle,Followers (thousands),ER %,Avg. likes,Country,City,E-mail
    Ana Prado,@ana.prado,12.5,4.2,480,Portugal,Porto,ana@example.com`,
  ],
  [
    'German',
    `Vollständiger Name;Nutzername;Abonnenten;Interaktionsrate;Durchschnittliche Likes;Land;Stadt;E-Mail-Adresse
    Ana Prado;ana.prado;12.500;4,2 %;480;Portugal;Porto;ana@example.com`,
    'windows-1252',
  ],
  [
    'French',
    `Nom complet;Nom d’utilisateur;Abonnés;Taux d’engagement;J’aime (moyenne);Pays;Ville;Courriel
    Ana Prado;@ana.prado;12 500;4,2 %;480;Portugal;Porto;ana@example.com`,
    'windows-1252',
  ],
  [
    'Spanish',
    `Nombre completo;Usuario;Seguidores;Tasa de interacción;Me gusta promedio;País;Ciudad;Correo electrónico
    Ana Prado;@ana.prado;12.500;4,2%;480;Portugal;Oporto;ana@example.com`,
  ],
  [
    'Portuguese',
    `Nome completo;Usuário;Seguidores;Taxa de engajamento;Média de curtidas;País;Cidade;E-mail
    Ana Prado;@ana.prado;12,5 mil;4,2%;480;Portugal;Porto;ana@example.com`,
  ],
  [
    'Italian',
    `Nome e cognome;Nome utente;Follower;Tasso di engagement;Mi piace medi;Paese;Città;Indirizzo email
    Ana Prado;ana.prado;12.500;4,2%;480;Portogallo;Porto;ana@example.com`,
  ],
  [
    'Dutch',
    `Volledige naam;Gebruikersnaam;Aantal volgers;Engagementpercentage;Gemiddelde likes;Land;Woonplaats;E-mailadres
    Ana Prado;ana.prado;12.500;4,2%;480;Portugal;Porto;ana@example.com`,
  ],
  [
    'Polish',
    `Imię i nazwisko;Nazwa użytkownika;Liczba obserwujących;Zaangażowanie;Średnia polubień;Kraj;Miasto;Adres e-mail
    Ana Prado;ana.prado;12 500;4,2%;480;Portugalia;Porto;ana@example.com`,
    'windows-1250',
  ],
  [
    'Russian',
    `Имя и фамилия;Ник;Количество подписчиков;Вовлеченность;Среднее лайков;Страна;Город;Почта
    Ana Prado;ana.prado;12,5 тыс.;4,2%;480;Португалия;Порту;ana@example.com`,
    'windows-1251',
  ],
  [
    'Turkish',
    `Ad Soyad;Kullanıcı adı;Takipçi sayısı;Etkileşim oranı;Ortalama beğeni;Ülke;Şehir;E-posta
    Ana Prado;@ana.prado;12.500;%4,2;480;Portekiz;Porto;ana@example.com`,
    'windows-1254',
  ],
  [
    'Japanese',
    `氏名,ユーザー名,フォロワー数,エンゲージメント率,平均いいね数,国,都市,メールアドレス
    Ana Prado,ana.prado,1.25万,4.2%,480,ポルトガル,ポルト,ana@example.com`,
  ],
  [
    'Chinese',
    `姓名,账号,粉丝数,互动率,平均点赞数,国家,城市,邮箱
    Ana Prado,ana.prado,1.25万,4.2%,480,葡萄牙,波尔图,ana@example.com`,
  ],
  [
    'Korean',
    `이름,계정,팔로워 수,참여율,평균 좋아요,국가,도시,이메일
    Ana Prado,ana.prado,1.25만,4.2%,480,포르투갈,포르투,ana@example.com`,
  ],
  [
    'Arabic',
    `الاسم الكامل,اسم المستخدم,عدد المتابعين,معدل التفاعل,متوسط الاعجابات,الدولة,المدينة,البريد الالكتروني
    Ana Prado,ana.prado,١٢٥٠٠,4.2%,480,البرتغال,بورتو,ana@example.com`,
  ],
]

test.each(lists)('a list in %s needs no question', async (_, text, encoding) => {
  const { drafts, rejects, notices, questions } = await readText(text, { name: 'instagram.csv', encoding })
  expect({ questions, rejects, notices }).toEqual({ questions: [], rejects: [], notices: [] })
  expect(knownOf(drafts[0])).toEqual({
    platform: 'instagram',
    handle: 'ana.prado',
    followers: 12_500,
    statedEngagementBp: 420,
    avgLikes: 480,
  })
  expect(drafts[0]).toMatchObject({
    name: 'Ana Prado',
    email: 'ana@example.com',
    country: expect.stringMatching(/./),
    city: expect.stringMatching(/./),
  })
})
