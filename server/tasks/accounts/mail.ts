// Letters with links, where the server was told how to send any.

/** Where mail goes out and whom it is from; null: nobody set it, links are shown instead. */
export type MailSettings = { readonly smtp: string; readonly from: string } | null;
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type SendMail = (letter: Letter) => Promise<void>;

/** An SMTP server that does not answer must not hold a request for longer than this. */
const PATIENCE_MS = 15_000;

export function mailBy(settings: MailSettings): SendMail | null {
  if (settings === null) return null;
  return async ({ to, subject, text }) => {
    // Loaded with the first letter: a server that sends none starts without it.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(settings.smtp, { from: settings.from });
    const sent = transport.sendMail({ to, subject, text, disableFileAccess: true, disableUrlAccess: true });
    const late = new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('the mail server did not answer')), PATIENCE_MS).unref(),
    );
    await Promise.race([sent, late]);
  };
}

/** Both languages in one letter: nobody has chosen one yet. */
export const invitationLetter = (to: string, link: string): Letter => ({
  to,
  subject: 'Flytkart: invitasjon / invitation',
  text: `Du er invitert til Flytkart. Åpne lenken for å lage konto eller få rollen; den gjelder i 14 dager og kan brukes én gang.\n\nYou are invited to Flytkart. Open the link to make your account or to get the role; it holds for 14 days and can be used once.\n\n${link}\n`,
});

export const passwordLetter = (to: string, link: string): Letter => ({
  to,
  subject: 'Flytkart: nytt passord / new password',
  text: `Åpne lenken for å velge nytt passord; den gjelder i én time. Ba du ikke om dette, kan du se bort fra brevet.\n\nOpen the link to choose a new password; it holds for one hour. If you did not ask for it, you can ignore this letter.\n\n${link}\n`,
});
