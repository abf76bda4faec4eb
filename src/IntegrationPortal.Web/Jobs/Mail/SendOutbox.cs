using System.Net.Sockets;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Outbox;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using MimeKit;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>
/// Sends what waits in the outbox, one mail per transaction. The row stays locked while its mail is on the way, and locked rows are
/// skipped, so any number of portals may run this at once.
/// </summary>
public sealed class SendOutbox(
    PortalDbContext db, MailText text, IOptionsMonitor<MailSettings> options, TimeProvider clock, ILogger<SendOutbox> log)
{
    /// <summary>One round ends after this many mails; the next one is a minute away.</summary>
    private const int MostPerRound = 200;

    public async Task RunAsync(CancellationToken cancellation)
    {
        var settings = options.CurrentValue;
        if (!settings.IsConfigured)
            return;

        await using var smtp = new SmtpConnection(settings);
        for (var i = 0; i < MostPerRound; i++)
        {
            var outcome = await SendNextAsync(smtp, cancellation);
            db.ChangeTracker.Clear();
            // A server that cannot be reached would fail every other mail as well.
            if (outcome is Outcome.NothingWaits or Outcome.ServerUnavailable)
                return;
        }
    }

    private async Task<Outcome> SendNextAsync(SmtpConnection smtp, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = clock.GetUtcNow();
        var mail = await db.OutboxMails.FromSql($"""
            select * from outbox_mail
            where sent_at is null and given_up_at is null and not_before <= {now}
            order by not_before limit 1 for update skip locked
            """).AsTracking().FirstOrDefaultAsync(cancellation);
        if (mail is null)
            return Outcome.NothingWaits;

        var outcome = await TryAsync(smtp, mail, cancellation);
        // Once the server has taken the mail, a shutdown must not leave it unmarked.
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return outcome;
    }

    private async Task<Outcome> TryAsync(SmtpConnection smtp, OutboxMail mail, CancellationToken cancellation)
    {
        var to = await RecipientAsync(mail, cancellation);
        if (to is null)
        {
            mail.Failed("account closed", forGood: true, clock.GetUtcNow());
            return Outcome.Failed;
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(options.CurrentValue.Longest);
        try
        {
            await smtp.SendAsync(mail.Id, to.Address, to.Language, text.Render(mail, to.Language), clock.GetUtcNow(), limit.Token);
            mail.Sent(clock.GetUtcNow());
            return Outcome.Sent;
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested || exception is not OperationCanceledException)
        {
            var (words, forGood, outcome) = Describe(exception);
            mail.Failed(words, forGood, clock.GetUtcNow());
            log.LogWarning("Mail {MailId} was not sent, attempt {Attempt}: {Reason}", mail.Id, mail.Attempts, words);
            return outcome;
        }
    }

    private async Task<Recipient?> RecipientAsync(OutboxMail mail, CancellationToken cancellation) =>
        mail.RecipientUserId is { } userId
            ? await db.Users.Where(u => u.Id == userId && u.ClosedAt == null)
                .Select(u => new Recipient(u.Email!, u.Language)).SingleOrDefaultAsync(cancellation)
            : new Recipient(mail.ToAddress!, mail.Language!);

    /// <summary>Only kinds and codes: servers like to repeat the address in their answers.</summary>
    private static (string Words, bool ForGood, Outcome Outcome) Describe(Exception exception) => exception switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted } refused =>
            ($"{refused.ErrorCode} {(int)refused.StatusCode}", (int)refused.StatusCode >= 500, Outcome.Failed),
        SmtpCommandException refused => ($"{refused.ErrorCode} {(int)refused.StatusCode}", false, Outcome.ServerUnavailable),
        ParseException => ("address not usable", true, Outcome.Failed),
        NotSupportedException => ("server cannot deliver this address", true, Outcome.Failed),
        AuthenticationException => ("sign-in at the mail server refused", false, Outcome.ServerUnavailable),
        SocketException socket => ($"no connection: {socket.SocketErrorCode}", false, Outcome.ServerUnavailable),
        SslHandshakeException => ("TLS handshake failed", false, Outcome.ServerUnavailable),
        OperationCanceledException => ("server too slow", false, Outcome.ServerUnavailable),
        ProtocolException or ServiceNotConnectedException or IOException or TimeoutException =>
            ("connection lost", false, Outcome.ServerUnavailable),
        _ => (exception.GetType().Name, false, Outcome.Failed),
    };

    private enum Outcome
    {
        NothingWaits,
        Sent,
        Failed,
        ServerUnavailable,
    }

    private sealed record Recipient(string Address, string Language);
}
