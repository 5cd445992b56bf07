import type { MantineColorsTuple } from '@mantine/core'

/** Cobalt: the one accent, for what is selected and for the primary action. */
export const accent: MantineColorsTuple = [
  '#eef3fe',
  '#dce6fc',
  '#b9ccf8',
  '#94b1f4',
  '#7096ee',
  '#4f7ce6',
  '#2f5bd7',
  '#274db8',
  '#203f97',
  '#193176',
]
export const red: MantineColorsTuple = [
  '#fdf0ef',
  '#fadedc',
  '#f5bbb7',
  '#ef958f',
  '#e76f67',
  '#dc4c43',
  '#c23229',
  '#a32821',
  '#84201a',
  '#651813',
]
export const green: MantineColorsTuple = [
  '#ecf7f0',
  '#d5eddd',
  '#aadbbb',
  '#7cc697',
  '#4fae74',
  '#2f9259',
  '#1f7a47',
  '#19653b',
  '#145030',
  '#0f3c24',
]
export const amber: MantineColorsTuple = [
  '#fdf5e6',
  '#f9e7c3',
  '#f2cf8a',
  '#e9b552',
  '#d99a26',
  '#b97f16',
  '#8f610d',
  '#75500b',
  '#5d3f09',
  '#462f07',
]
export const grey: MantineColorsTuple = [
  '#f8f8f9',
  '#f1f1f3',
  '#e6e6ea',
  '#d6d6dc',
  '#b4b4bd',
  '#8a8a95',
  '#666670',
  '#4d4d56',
  '#34343b',
  '#1c1c21',
]
/** Mantine's name for the greys of the dark scheme: text first, ground last. */
export const dark: MantineColorsTuple = [
  '#e8e8ec',
  '#c4c4cc',
  '#9b9ba6',
  '#74747f',
  '#45454e',
  '#313138',
  '#26262c',
  '#1b1b1f',
  '#151518',
  '#0f0f12',
]

/** Colour-blind-safe series of charts: Okabe and Ito, 2008. */
export const okabeIto = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#f0e442'] as const

interface Scheme {
  ground: string
  /** Sidebar and other quiet ground beside the page. */
  aside: string
  /** What floats. */
  raised: string
  hover: string
  selected: string
  line: string
  /** Edges of fields and buttons, strong enough to be found. */
  edge: string
  /** Ground of fields. */
  field: string
  text: string
  soft: string
  accentText: string
  good: string
  warn: string
  bad: string
  goodGround: string
  warnGround: string
  badGround: string
  accentGround: string
  chip: string
  /** The chosen one of several in a row. */
  segment: string
  series: string
}

/** The colours that components may use, as `var(--t-…)`. Text on each ground has a contrast of 4.5:1 or more (tests/renderer/theme). */
export const schemes: Readonly<Record<'light' | 'dark', Scheme>> = {
  light: {
    ground: '#ffffff',
    aside: '#f7f7f8',
    raised: '#ffffff',
    hover: '#f4f4f6',
    selected: '#eaf0fd',
    line: '#e9e9ed',
    edge: '#d3d3da',
    field: '#ffffff',
    text: '#1c1c21',
    soft: '#62626c',
    accentText: '#274db8',
    good: '#1a6a3d',
    warn: '#7a530b',
    bad: '#b02a22',
    goodGround: '#ecf7f0',
    warnGround: '#fdf5e6',
    badGround: '#fdf0ef',
    accentGround: '#eef3fe',
    chip: '#efeff2',
    segment: '#ffffff',
    series: '#2f5bd7',
  },
  dark: {
    ground: '#151518',
    aside: '#0f0f12',
    raised: '#1e1e23',
    hover: '#1d1d21',
    selected: '#1d2740',
    line: '#26262c',
    edge: '#3a3a43',
    field: '#1a1a1e',
    text: '#e8e8ec',
    soft: '#a1a1ac',
    accentText: '#94b1f4',
    good: '#7cc697',
    warn: '#e2b454',
    bad: '#f0938c',
    goodGround: '#15251c',
    warnGround: '#292113',
    badGround: '#2d1917',
    accentGround: '#1a2238',
    chip: '#2a2a31',
    segment: '#45454e',
    series: '#7096ee',
  },
}
