using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.AccountEmail;

/// <summary>What the tests of a changed address do over and over: somebody asks, looks into a mailbox, and confirms.</summary>
internal static class Addressing
{
    public static string Address() => $"neu{Guid.NewGuid():N}@test.example";

    public static Task<TestUser> UserAsync(RunningPortal portal) => TestUser.CreateAsync(portal, Role.FoundationStaff);

    public static async Task<FilledForm> FormAsync(Visitor visitor, string address, string password = TestUser.UsualPassword) =>
        (await visitor.GetAsync("/account/email")).Form("main form").Fill("Form.NewAddress", address).Fill("Form.CurrentPassword", password);

    public static async Task<Page> AskAsync(Visitor visitor, string address, string password = TestUser.UsualPassword) =>
        await (await FormAsync(visitor, address, password)).SubmitAsync();

    /// <summary>Asks and reads the link in the new mailbox.</summary>
    public static async Task<string> LinkAsync(RunningPortal portal, Visitor visitor, string address)
    {
        await AskAsync(visitor, address);
        return await Mailbox.LastLinkAsync(portal, address);
    }

    public static async Task<Page> ConfirmAsync(Visitor visitor, string link) => await (await visitor.GetAsync(link)).Form("main form").SubmitAsync();

    public static async Task<List<MailTemplate>> MailsToAsync(RunningPortal portal, string address) =>
        [.. (await Mailbox.ForAsync(portal, address)).Select(m => m.Template)];

    public static Task<string> AddressOfAsync(RunningPortal portal, TestUser user) =>
        portal.AsNobodyAsync(db => db.Users.Where(u => u.Id == user.Id).Select(u => u.Email!).SingleAsync());
}
