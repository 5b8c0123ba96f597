// IBM code page 850, what DOS programs and old Windows exports wrote in Norway; æøåÆØÅ stand where code page 865 has them too.

/** Unicode's mapping for bytes 0x80 to 0xFF (unicode.org, MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT). */
const HIGH =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0';

const NORWEGIAN = new Set([0x91, 0x9b, 0x86, 0x92, 0x9d, 0x8f]);

export const isIbm850Letter = (byte: number): boolean => NORWEGIAN.has(byte);

export function decodeIbm850(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 0x80 ? String.fromCharCode(byte) : HIGH.charAt(byte - 0x80);
  return text;
}
