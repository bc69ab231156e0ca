import { createTransport } from 'nodemailer';
import { TRY_SECONDS, type Sender } from './sender.ts';

/**
 * Mail over SMTP: `smtp(s)://user:password@host:port/?from=address`. The Message-ID comes from the notice, so that a
 * mail sent again after a crash is the same mail to whoever receives it.
 */
export const mailBySmtp = (address: string, siteUrl: string): Sender => {
  const url = new URL(address);
  const from = url.searchParams.get('from') ?? senderIn(decodeURIComponent(url.username)) ?? `noreply@${new URL(siteUrl).hostname}`;
  url.searchParams.delete('from');
  const transport = createTransport({
    url: url.href,
    connectionTimeout: (TRY_SECONDS * 1000) / 3,
    greetingTimeout: (TRY_SECONDS * 1000) / 3,
    socketTimeout: (TRY_SECONDS * 1000) / 3,
    // Neither files nor addresses may be read for a mail of plain text.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${id}@${new URL(siteUrl).hostname}>`,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        textEncoding: 'base64',
      });
      return 'sent';
    } catch (error) {
      // 5xx to the recipient is about this mail; 5xx at sign-in is about the settings, which someone may mend.
      const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
      return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA') ? 'never' : 'later';
    }
  };
};

const senderIn = (user: string): string | undefined => (user.includes('@') ? user : undefined);
