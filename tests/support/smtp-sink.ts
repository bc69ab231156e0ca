/** A mail server that keeps what it is sent: the few commands of RFC 5321 that a sender uses, on node:net. */
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

export type SunkMail = { from: string; to: string; headers: Record<string, string>; text: string };

export type SmtpSink = {
  url: string;
  mails: SunkMail[];
  /** What it answers to a recipient; `250 ok` unless set. `hang` takes the mail and never says so. */
  answer: (to: string) => string;
  close: () => Promise<void>;
};

export async function startSmtpSink(): Promise<SmtpSink> {
  const open = new Set<Socket>();
  const sink: SmtpSink = { url: '', mails: [], answer: () => '250 ok', close };
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket)).on('error', () => {});
    socket.write('220 sink ready\r\n');
    serve(socket, sink);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as { port: number };
  sink.url = `smtp://127.0.0.1:${address.port}/?from=rd@yunxi.example.cn`;
  async function close(): Promise<void> {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  }
  return sink;
}

function serve(socket: Socket, sink: SmtpSink): void {
  let buffer = '';
  let data: string | undefined;
  let [from, to] = ['', ''];
  const say = (line: string) => socket.write(`${line}\r\n`);
  const take = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'EHLO') return void say('250 sink');
    if (verb === 'MAIL') from = /<(.*?)>/.exec(line)?.[1] ?? '';
    if (verb === 'RCPT') {
      to = /<(.*?)>/.exec(line)?.[1] ?? '';
      const answer = sink.answer(to);
      return void say(answer === 'hang' ? '250 ok' : answer);
    }
    if (verb === 'DATA') {
      data = '';
      return void say('354 go on');
    }
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    say('250 ok');
  };
  socket.setEncoding('utf8').on('data', (part: string) => {
    buffer += part;
    for (let end = buffer.indexOf('\r\n'); end !== -1; end = buffer.indexOf('\r\n')) {
      const line = buffer.slice(0, end);
      buffer = buffer.slice(end + 2);
      if (data === undefined) take(line);
      else if (line !== '.') data += `${line.replace(/^\./, '')}\n`;
      else {
        sink.mails.push(readMail(from, to, data));
        data = undefined;
        if (sink.answer(to) !== 'hang') say('250 kept');
      }
    }
  });
}

function readMail(from: string, to: string, data: string): SunkMail {
  const split = data.indexOf('\n\n');
  const head = data.slice(0, split).replaceAll(/\n[ \t]+/g, ' ');
  const headers = Object.fromEntries(
    head.split('\n').map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
    }),
  );
  const body = data.slice(split + 2);
  return { from, to, headers, text: headers['content-transfer-encoding'] === 'base64' ? Buffer.from(body, 'base64').toString() : body };
}

/** Encoded words of a header (RFC 2047), base64 and quoted-printable. */
const words = (value: string): string =>
  value.replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/(?:=\?utf-8\?[bq]\?[^?]*\?=)+/gi, (run) =>
    Buffer.concat(
      [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how, text = '']) =>
        how?.toLowerCase() === 'b'
          ? Buffer.from(text, 'base64')
          : Buffer.from(
              text.replaceAll('_', ' ').replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            ),
      ),
    ).toString(),
  );
