using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Jobs.Mail;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Jobs;

/// <summary>A database of their own for the tests of mails, since an outbox serves all municipalities; one test after the other.</summary>
[CollectionDefinition(Name)]
public sealed class OutboxDatabase(PortalHost host) : IAsyncLifetime, ICollectionFixture<OutboxDatabase>
{
    public const string Name = "outbox";

    public PortalHost Host => host;

    public PortalDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await host.NewDatabaseAsync(Name);

    /// <summary>Without mails that others left.</summary>
    public async Task EmptyAsync()
    {
        await using var owner = NpgsqlDataSource.Create(Database.Owner);
        await using var command = owner.CreateCommand("truncate outbox_mail");
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

/// <summary>An empty outbox, a portal that sends from it at the time of the test's clock, and the mail server it sends to.</summary>
public sealed class OutboxOfATest : IAsyncDisposable
{
    private readonly OutboxDatabase database;

    private OutboxOfATest(OutboxDatabase database, SmtpServer mailserver)
    {
        (this.database, Mailserver) = (database, mailserver);
        Portal = Start(mailserver.Settings);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));

    public SmtpServer Mailserver { get; }

    public RunningPortal Portal { get; }

    public static async Task<OutboxOfATest> OpenAsync(OutboxDatabase database)
    {
        await database.EmptyAsync();
        return new OutboxOfATest(database, await SmtpServer.StartAsync());
    }

    /// <summary>Another portal on the same outbox.</summary>
    public RunningPortal Start(Dictionary<string, string> settings) => database.Host.Start(s => s.Use(Clock), settings, database.Database);

    public OutboxMail Mail(string address) =>
        OutboxMail.ForAddress(address, "de", MailTemplate.HandoverReceived, Clock.GetUtcNow(), aboutId: Guid.NewGuid());

    /// <summary>Sends what is due.</summary>
    public Task RunAsync(RunningPortal? at = null) => (at ?? Portal).RunAsync<SendOutbox>(job => job.RunAsync(TestContext.Current.CancellationToken));

    public Task<Guid> AddAsync(OutboxMail mail) => Portal.AsNobodyAsync(async db =>
    {
        db.Add(mail);
        await db.SaveChangesAsync();
        return mail.Id;
    });

    public Task<OutboxMail> ReadAsync(Guid id) => Portal.AsNobodyAsync(db => db.OutboxMails.SingleAsync(m => m.Id == id));

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Mailserver.Dispose();
    }
}
