using IntegrationPortal.Web.Data.Outbox;

namespace IntegrationPortal.Web.Features.Admin;

/// <summary>How the portal is doing: accounts, mails, jobs.</summary>
public sealed record AdminPage(int Accounts, MailCounts Mails, IReadOnlyList<JobRow> Jobs);

/// <summary>What the outbox holds.</summary>
public sealed record MailCounts(int Waiting, int GivenUp, DateTimeOffset? OldestWaiting, DateTimeOffset? LastSent, bool ServerConfigured);

/// <summary>One recurring job and how its last run ended.</summary>
public sealed record JobRow(string Name, DateTime? Last, DateTime? Next, string? State);

/// <summary>The mails of the outbox, newest first.</summary>
public sealed record MailsPage(IReadOnlyList<MailRow> Rows, bool MayRead);

/// <summary>One mail without its address: operations see that it waits and why, not to whom it goes.</summary>
public sealed record MailRow(
    Guid Id, MailTemplate Template, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset? GivenUpAt, int Attempts, string? LastError);

/// <summary>A mail with its words; only in demo mode, where no real person is written to.</summary>
/// <param name="Link">Where its button leads; null when the mail has no address, or one that only the addressee can open.</param>
public sealed record DemoMailPage(string To, string Subject, string Body, Uri? Link);
