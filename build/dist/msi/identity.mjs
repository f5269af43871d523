// What Windows Installer knows the product, its versions and its files by. All of it follows from names and content,
// so that the same commit gives the same package.
import { createHash } from 'node:crypto';

/** The product, in every version, architecture and kind of build. NEVER CHANGE IT: a package with another one does not find the installed program and is put beside it. */
export const UPGRADE_CODE = 'F4B76566-4269-47F6-95A6-F02D570D0BF5';

/** The GUID that a text always gets (the form of RFC 4122, version 5). A file's component keeps its GUID in every version. */
export function guidOf(text) {
  const bytes = digest(text);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex').toUpperCase();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** A key of the installer's tables for a path: short, and of the letters that are allowed there. */
export const keyOf = (kind, name) => `${kind}${digest(name).toString('hex').slice(0, 24)}`;

/** A file name as the tables have it: the long one, behind a short one (8.3) where it needs that. */
export function fileNameOf(name) {
  if (/^[A-Za-z0-9_-]{1,8}(\.[A-Za-z0-9_-]{1,3})?$/.test(name)) return name;
  const ending = /\.([A-Za-z0-9]{1,3})[^.]*$/.exec(name)?.[1].toUpperCase();
  const short = digest(name).toString('hex').slice(0, 7).toUpperCase();
  return `_${short}${ending ? `.${ending}` : ''}|${name}`;
}

const digest = (text) => createHash('sha256').update(`${UPGRADE_CODE}/${text}`).digest();
