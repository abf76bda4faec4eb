using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Jobs.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>What waits in the outbox for one recipient, as it would arrive.</summary>
public static class Mailbox
{
    public static Task<List<OutboxMail>> ForAsync(RunningPortal portal, Guid userId) =>
        portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.RecipientUserId == userId).OrderBy(m => m.Id).ToListAsync());

    public static Task<List<OutboxMail>> ForAsync(RunningPortal portal, string address) =>
        portal.AsNobodyAsync(db => db.OutboxMails.Where(m => m.ToAddress == address).OrderBy(m => m.Id).ToListAsync());

    /// <summary>Address and query of the link in a mail.</summary>
    public static async Task<string> LinkAsync(RunningPortal portal, OutboxMail mail)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<MailText>().Render(mail, mail.Language ?? "de").Link!.PathAndQuery;
    }

    public static async Task<string> LastLinkAsync(RunningPortal portal, string address) =>
        await LinkAsync(portal, (await ForAsync(portal, address))[^1]);
}
