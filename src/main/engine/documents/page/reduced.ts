import type { Pixels } from './png.ts'

/** More than any page can show at the size pictures have here: 400 dots an inch over four inches. */
const longestSide = 1600

/** The picture, made smaller where it has more pixels than a page can show: each new pixel is the mean of the square it stands for. */
export function reduced(pixels: Pixels): Pixels {
  const factor = Math.ceil(Math.max(pixels.width, pixels.height) / longestSide)
  if (factor <= 1) return pixels
  const width = Math.max(1, Math.floor(pixels.width / factor))
  const height = Math.max(1, Math.floor(pixels.height / factor))
  const colour = means(pixels.colour, pixels, pixels.channels, factor, width, height)
  const alpha = pixels.alpha && means(pixels.alpha, pixels, 1, factor, width, height)
  return { width, height, channels: pixels.channels, colour, alpha }
}

function means(samples: Uint8Array, from: Pixels, channels: number, factor: number, width: number, height: number): Uint8Array {
  const out = new Uint8Array(width * height * channels)
  const [across, down] = [Math.min(factor, from.width), Math.min(factor, from.height)]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0
        for (let row = 0; row < down; row++) {
          const start = ((y * factor + row) * from.width + x * factor) * channels + channel
          for (let column = 0; column < across; column++) sum += samples[start + column * channels] ?? 0
        }
        out[(y * width + x) * channels + channel] = Math.round(sum / (across * down))
      }
    }
  }
  return out
}
