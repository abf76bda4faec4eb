using System.Security.Cryptography;
using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.PersonLinks;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Data.Queries;
using IntegrationPortal.Web.Data.Tenancy;
using IntegrationPortal.Web.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>The way of a person to their own page, with what stands on the sheet and what was told beside it.</summary>
public sealed record TownLink(TownCase Case, string Token, string Code)
{
    public string Address => $"/my-path/{Token}";
}

/// <summary>Persons who have a sheet for their own page.</summary>
public static class TownLinks
{
    /// <summary>Prints it, or anew, by whoever opened the case.</summary>
    public static Task<TownLink> LinkAsync(this TownCase path, string language = "de", DateOnly? until = null) => path.Town.Portal.AsAsync(path.OpenedBy.Officer, async db =>
    {
        var (token, code) = (SheetToken.Of(RandomNumberGenerator.GetBytes(SheetToken.Bytes)), PathCode.Of(BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4))));
        var before = await db.PersonLinks.SingleOrDefaultAsync(l => l.CaseId == path.Id);
        var link = PersonLink.Print(
            before, (await db.FindPathAsync(path.Id))!, new NewSheet(SheetToken.Hash(token), PathCode.Hash(token, code), language, until ?? GermanTime.DayOf(path.Town.Now).AddMonths(6)),
            before?.Prints ?? 0, path.OpenedBy.Officer, path.Town.Now);
        if (before is null)
            db.Add(link);
        await db.SaveChangesAsync();
        return new TownLink(path, token, code);
    });

    public static Task RevokeAsync(this TownLink link) => link.Case.Town.Portal.AsAsync(link.Case.OpenedBy.Officer, async db =>
    {
        (await db.PersonLinks.SingleAsync(l => l.CaseId == link.Case.Id)).Revoke((await db.FindPathAsync(link.Case.Id))!, link.Case.OpenedBy.Officer, link.Case.Town.Now);
        return await db.SaveChangesAsync();
    });

    /// <summary>In the session of the person's own page.</summary>
    public static async Task<T> AsPersonAsync<T>(this TownCase path, Func<PortalDbContext, Task<T>> deed)
    {
        await using var scope = path.Town.Portal.Services.GetRequiredService<TenantScopes>().EnterPerson(path.Town.Tenant.Id, path.Id);
        return await deed(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    /// <returns>The id of the question.</returns>
    public static Task<Guid> AskAsync(this TownCase path, string text = "Was ist ein Integrationskurs?", PersonQuestionKind kind = PersonQuestionKind.NotUnderstood) => path.AsPersonAsync(async db =>
    {
        var row = (await db.SeePathAsync(path.Id, default))!;
        var question = PersonQuestion.Ask(Guid.CreateVersion7(), row, 0, row.Steps[0].Id, kind, text, "uk", path.Town.Now);
        db.Add(question);
        await db.SaveChangesAsync();
        return question.Id;
    });

    /// <summary>Opens the page with the code, as the person would.</summary>
    public static async Task<Page> EnterAsync(this Visitor visitor, TownLink link, string? language = null)
    {
        var page = await visitor.GetAsync(link.Address + (language is null ? "" : $"?in={language}"));
        return await visitor.FollowAsync(await page.Form().Fill("Code", link.Code).SendAsync());
    }
}
