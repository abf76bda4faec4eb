using System.Security.Cryptography;
using IntegrationPortal.Web.Security;

namespace IntegrationPortal.Web.Tests.Testing;

/// <summary>A handover on paper, with the token that stands on it.</summary>
public sealed record TownSheet(TownHandover Handover, string Token)
{
    public string Address => $"/answer/{Token}";
}

/// <summary>Handovers to actors at which nobody has an account.</summary>
public static class TownSheets
{
    public static async Task<TownSheet> HandOverOnPaperAsync(
        this TownCase path, string name = "Jobcenter ohne Zugang", string kind = "jobcenter", Action<HandoverSketch>? with = null)
    {
        var actor = await path.Town.ActorAsync(kind, name);
        var handover = await path.HandOverAsync(path.OpenedBy, new TestUser(Guid.Empty, "", "", name, null, actor), with);
        return new TownSheet(handover, await handover.PrintAsync());
    }

    /// <summary>Prints it with a new token, by its sender.</summary>
    public static Task<string> PrintAsync(this TownHandover handover) => handover.Case.Town.Portal.AsAsync(handover.Sender.Officer, async db =>
    {
        var (row, token) = ((await db.FindHandoverAsync(handover.Id))!, SheetToken.Of(RandomNumberGenerator.GetBytes(SheetToken.Bytes)));
        row.Print(SheetToken.Hash(token), row.Sheet?.Prints ?? 0, false, handover.Sender.Officer, handover.Case.Town.Now);
        if (row.Sheet!.Prints == 1)
            db.Add(row.Sheet);
        await db.SaveChangesAsync();
        return token;
    });
}
