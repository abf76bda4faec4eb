using MailKit.Security;
using MimeKit;

namespace IntegrationPortal.Web.Jobs.Mail;

/// <summary>Section "Mail": the server that takes the portal's mails. Without a host, mails wait in the outbox.</summary>
public sealed class MailSettings
{
    public const string Section = "Mail";

    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>A file that holds the password, as container secrets do.</summary>
    public string? PasswordFile { get; set; }

    public string From { get; set; } = "Integrationsportal <no-reply@localhost>";

    /// <summary>StartTls unless said otherwise; None only makes sense inside one machine.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>How long one server command may take.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long one mail may take, from connecting to the server's last word. Less than the minute after which PostgreSQL ends a transaction in
    /// which nothing happens (roles.sql): what was sent could not be marked as sent, and would be sent again.
    /// </summary>
    public TimeSpan Longest { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>Said at the start; otherwise each mail would be given up as if its own address could not be used.</summary>
    public static void MustBeUsable(IConfiguration configuration)
    {
        MailSettings settings;
        try
        {
            settings = configuration.GetSection(Section).Get<MailSettings>() ?? new MailSettings();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new CannotStartException($"A setting of the mail server cannot be read ({unreadable.Message}): docs/operations.md says which there are.", unreadable);
        }

        if (!MailboxAddress.TryParse(settings.From, out var sender) || !sender.Address.Contains('@', StringComparison.Ordinal))
            throw new CannotStartException($"Mail__From is '{settings.From}', which is no address: write it as Portal <portal@example.org>.");
    }

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Host);

    public string? ReadPassword() => PasswordFile is { Length: > 0 } file ? File.ReadAllText(file).Trim() : Password;

    public SecureSocketOptions SocketOptions => Security switch
    {
        MailSecurity.None => SecureSocketOptions.None,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.StartTls,
    };
}

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    None,
    StartTls,
    Tls,
}
