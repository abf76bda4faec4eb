using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Text;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>One connection to the mail server, opened with the first mail of a round.</summary>
public sealed class SmtpConnection(MailSettings settings) : IAsyncDisposable
{
    private readonly SmtpClient client = new() { Timeout = (int)settings.Timeout.TotalMilliseconds };

    /// <summary>The id becomes the Message-ID, so that a mail that was sent twice after a crash is shown once.</summary>
    public async Task SendAsync(Guid id, string to, string language, RenderedMail mail, DateTimeOffset date, CancellationToken cancellation)
    {
        if (!client.IsConnected)
            await OpenAsync(cancellation);

        var from = MailboxAddress.Parse(settings.From);
        // No display name: a mail carries no personal data beyond the address it needs to arrive.
        using var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = date,
            MessageId = $"{id:N}@{from.Domain}",
            Body = new TextPart(TextFormat.Plain) { Text = mail.Body, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
        };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(to));
        message.Headers.Add(HeaderId.ContentLanguage, language);
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        await client.SendAsync(message, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
            await client.DisconnectAsync(quit: true);
        client.Dispose();
    }

    private async Task OpenAsync(CancellationToken cancellation)
    {
        await client.ConnectAsync(settings.Host!, settings.Port, settings.SocketOptions, cancellation);
        if (settings.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, settings.ReadPassword() ?? "", cancellation);
    }
}
