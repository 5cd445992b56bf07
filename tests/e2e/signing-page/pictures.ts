import type { Browser } from 'playwright-core'

/** A picture file as a person would choose it. */
export interface PictureFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** Photos of paper in uneven light: one with a signature in blue ink, one with nothing on it. */
export async function photosOfPaper(browser: Browser): Promise<{ signed: PictureFile; blank: PictureFile }> {
  const page = await browser.newPage()
  const signed = fileOf('my signature.jpg', await page.evaluate(photo, true))
  const blank = fileOf('paper.jpg', await page.evaluate(photo, false))
  await page.close()
  return { signed, blank }
}

function fileOf(name: string, address: string): PictureFile {
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(address.split(',')[1] ?? '', 'base64') }
}

/** Runs in the browser. */
function photo(isSigned: boolean): string {
  const canvas = document.createElement('canvas')
  const [width, height] = [(canvas.width = 1600), (canvas.height = 1200)]
  const brush = canvas.getContext('2d')!
  const light = brush.createLinearGradient(0, 0, width, height)
  light.addColorStop(0, '#e8e2d4')
  light.addColorStop(1, '#8f887c')
  brush.fillStyle = light
  brush.fillRect(0, 0, width, height)
  brush.strokeStyle = '#1d3f9e'
  brush.lineWidth = 9
  brush.beginPath()
  if (isSigned) for (let at = 0; at < 200; at += 1) brush.lineTo(300 + at * 5, 620 + Math.sin(at / 9) * 150)
  brush.stroke()
  const picture = brush.getImageData(0, 0, width, height)
  // The grain of a small camera.
  for (let at = 0; at < picture.data.length; at += 1) if (at % 4 < 3) picture.data[at]! += ((at * 2_654_435_761) % 97) / 4 - 12
  brush.putImageData(picture, 0, 0)
  return canvas.toDataURL('image/jpeg', 0.9)
}
