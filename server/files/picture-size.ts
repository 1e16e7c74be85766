export interface Size {
  width: number
  height: number
}

/** Width and height in pixels of a PNG or JPEG as its head announces them, before anything is expanded; undefined when it does not. */
export function pictureSize(bytes: Uint8Array): Size | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = bytes[0] === 0x89 ? pngSize(view) : jpegSize(view)
  return size && size.width > 0 && size.height > 0 ? size : undefined
}

/** PNG (ISO/IEC 15948) 11.2.2: IHDR is the first chunk. */
function pngSize(view: DataView): Size | undefined {
  if (view.byteLength < 24 || view.getUint32(12) !== 0x49484452) return undefined
  return { width: view.getUint32(16), height: view.getUint32(20) }
}

/** JPEG (ITU-T T.81) B.1.1.4, B.2.2: the segments up to the frame's head; C4, C8 and CC are no frames. */
function jpegSize(view: DataView): Size | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
