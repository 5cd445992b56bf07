/** An image that came as bytes; its address lives as long as it is shown. */
export function BlobImage({ blob, alt, className }: { blob: Blob; alt: string; className?: string }) {
  const show = (image: HTMLImageElement | null) => {
    if (!image) return undefined
    const address = URL.createObjectURL(blob)
    image.src = address
    return () => URL.revokeObjectURL(address)
  }
  return <img ref={show} alt={alt} className={className} />
}
