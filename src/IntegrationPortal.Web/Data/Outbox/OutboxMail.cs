namespace IntegrationPortal.Web.Data.Outbox;

/// <summary>
/// A mail that is to be sent, added in the same save as what it tells of. It has room for ids only: whoever adds a mail cannot put
/// a name into it.
/// </summary>
public sealed class OutboxMail
{
    /// <summary>
    /// After this many failures (five days, as mail servers do, RFC 5321 section 4.5.4.1: a server that is away over a long weekend loses nothing) the
    /// mail is given up and operations see why.
    /// </summary>
    public const int MostAttempts = 24;

    public const int ErrorLength = 200;

    private OutboxMail()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>The account whose address and language count when the mail is sent; null for somebody without an account.</summary>
    public Guid? RecipientUserId { get; private set; }

    public string? ToAddress { get; private set; }

    /// <summary>Only with <see cref="ToAddress"/>; an account has its own language.</summary>
    public string? Language { get; private set; }

    public MailTemplate Template { get; private set; }

    public Guid? TenantId { get; private set; }

    /// <summary>Id of the handover, invitation … that the link in the mail opens.</summary>
    public Guid? AboutId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    public DateTimeOffset? GivenUpAt { get; private set; }

    /// <summary>Kind of failure and the server's code; never an address or a text of the mail.</summary>
    public string? LastError { get; private set; }

    /// <summary>A mail to an account.</summary>
    public static OutboxMail For(
        Guid userId, MailTemplate template, DateTimeOffset now, Guid? tenantId = null, Guid? aboutId = null) => new()
        {
            Id = Guid.CreateVersion7(now),
            RecipientUserId = userId,
            Template = template,
            TenantId = tenantId,
            AboutId = aboutId,
            CreatedAt = now,
            NotBefore = now,
        };

    /// <summary>A mail to somebody who may have no account yet.</summary>
    public static OutboxMail ForAddress(
        string address, string language, MailTemplate template, DateTimeOffset now, Guid? tenantId = null, Guid? aboutId = null)
        => new()
        {
            Id = Guid.CreateVersion7(now),
            ToAddress = address,
            Language = language,
            Template = template,
            TenantId = tenantId,
            AboutId = aboutId,
            CreatedAt = now,
            NotBefore = now,
        };

    public void Sent(DateTimeOffset now)
    {
        SentAt = now;
        LastError = null;
    }

    /// <summary>Tries again after 1, 2, 4 … minutes, at most eight hours apart; gives up at once when the server said "never".</summary>
    public void Failed(string error, bool forGood, DateTimeOffset now)
    {
        Attempts++;
        LastError = error.Length > ErrorLength ? error[..ErrorLength] : error;
        NotBefore = now + TimeSpan.FromMinutes(Math.Min(Math.Pow(2, Attempts - 1), 480));
        if (forGood || Attempts >= MostAttempts)
            GivenUpAt = now;
    }

    /// <summary>Operations mended the cause and try a mail again that was given up.</summary>
    public void TryAgain(DateTimeOffset now)
    {
        if (SentAt is not null)
            return;
        Attempts = 0;
        GivenUpAt = null;
        NotBefore = now;
    }
}
