import { createTheme, type CSSVariablesResolver } from '@mantine/core'
import { parts } from './parts.ts'
import { accent, amber, dark, green, grey, red, schemes } from './palette.ts'

const sans = '"Inter Variable", "Troupe Arabic", "Troupe Hebrew", "Troupe Hangul", "Troupe Han", "Troupe Emoji", system-ui, sans-serif'

/** Mantine in Troupe's clothes: 13 px Inter, neutral greys, one accent, small radii, no shadows but under what floats. */
export const theme = createTheme({
  fontFamily: sans,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '5px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontFamily: sans,
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '15px' }, h3: { fontSize: '13px' } },
  },
  colors: { accent, red, green, yellow: amber, orange: amber, gray: grey, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 4px 16px rgb(0 0 0 / 0.12)',
    lg: '0 8px 28px rgb(0 0 0 / 0.16)',
    xl: '0 12px 40px rgb(0 0 0 / 0.2)',
  },
  components: parts,
})

/** Our colours as `--t-…` for stylesheets, and Mantine's own set to agree with them. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variablesOf('light'), dark: variablesOf('dark') })

function variablesOf(name: 'light' | 'dark'): Record<string, string> {
  const scheme = schemes[name]
  const own = Object.entries(scheme).map(([key, value]) => [
    `--t-${key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    value,
  ])
  return {
    ...(Object.fromEntries(own) as Record<string, string>),
    '--mantine-color-body': scheme.ground,
    '--mantine-color-text': scheme.text,
    '--mantine-color-dimmed': scheme.soft,
    '--mantine-color-placeholder': scheme.soft,
    '--mantine-color-default': scheme.raised,
    '--mantine-color-default-hover': scheme.hover,
    '--mantine-color-default-border': scheme.edge,
    '--mantine-color-default-color': scheme.text,
    '--mantine-color-anchor': scheme.accentText,
    '--mantine-color-error': scheme.bad,
    '--mantine-color-accent-text': scheme.accentText,
    '--mantine-color-accent-light': scheme.accentGround,
    '--mantine-color-accent-light-color': scheme.accentText,
    '--mantine-color-red-text': scheme.bad,
    '--mantine-color-red-light': scheme.badGround,
    '--mantine-color-red-light-color': scheme.bad,
  }
}
