export interface Message {
  /** The type byte as a letter; `startup` for the untyped first message of a client. */
  type: string;
  /** Where it begins and ends in the chunk; negative when it began in an earlier one. */
  start: number;
  end: number;
}

/**
 * Finds the messages of PostgreSQL's protocol 3 in a stream: a type byte, then a length that counts
 * itself. Source: PostgreSQL manual, "Message Formats".
 */
export class MessageReader {
  private rest: Buffer = Buffer.alloc(0);
  private untyped: boolean;

  constructor(fromClient: boolean) {
    this.untyped = fromClient;
  }

  /** The messages that end in this chunk. */
  read(chunk: Buffer): Message[] {
    const before = this.rest.length;
    const bytes = before === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const messages: Message[] = [];
    let at = 0;
    for (;;) {
      const header = this.untyped ? 0 : 1;
      if (bytes.length < at + header + 4) break;
      const end = at + header + bytes.readUInt32BE(at + header);
      if (bytes.length < end) break;
      const type = this.untyped ? "startup" : String.fromCharCode(bytes[at] ?? 0);
      messages.push({ type, start: at - before, end: end - before });
      this.untyped = false;
      at = end;
    }
    this.rest = bytes.subarray(at);
    return messages;
  }
}
