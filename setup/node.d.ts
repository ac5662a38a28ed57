// What the scripts that run under Node use of it: so little that its types are no package of their own.

declare module "node:buffer" {
  export class Buffer extends Uint8Array<ArrayBuffer> {
    static alloc(size: number): Buffer;
    static concat(parts: Uint8Array[]): Buffer;
    writeUInt32LE(value: number): number;
  }
}

declare module "node:crypto" {
  const crypto: { randomFillSync: <T extends Uint8Array>(bytes: T) => T };
  export default crypto;
}

declare module "node:fs" {
  export function readFileSync(file: string | number, encoding: "utf8"): string;
  export function writeFileSync(file: string, content: string | Uint8Array): void;
}

declare module "node:process" {
  const process: { argv: string[] };
  export default process;
}
