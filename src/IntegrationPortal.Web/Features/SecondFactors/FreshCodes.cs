using IntegrationPortal.Web.Data.Accounts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IntegrationPortal.Web.Features.SecondFactors;

/// <summary>New recovery codes on their way to the next page: in a sealed cookie, for one account, taken out when they are shown. The portal keeps hashes only.</summary>
internal static class FreshCodes
{
    private const string Key = "recovery-codes";

    public static void Keep(ITempDataDictionary notice, Guid userId, RecoveryCodes codes) => notice[Key] = string.Join('|', [userId.ToString(), .. codes.InGroups]);

    public static IReadOnlyList<string>? Take(ITempDataDictionary notice, Guid userId) =>
        (notice[Key] as string)?.Split('|') is [var whose, .. var codes] && whose == userId.ToString() ? codes : null;
}
