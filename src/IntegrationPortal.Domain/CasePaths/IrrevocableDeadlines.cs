namespace IntegrationPortal.Domain.CasePaths;

/// <summary>
/// Deadlines of the law after which a right is lost for good, however good the reason for the delay. Other statutory deadlines
/// bind too, but missing them can be mended.
/// </summary>
public static class IrrevocableDeadlines
{
    // AufenthG § 29 Abs. 2: family reunification without proof of livelihood only with notice within three months.
    // SGB II § 37 Abs. 2: benefits from the first of the month of the application, never earlier.
    // AsylG § 74: action against the decision of the Federal Office. DeuFöV § 6 Abs. 3: the entitlement lapses.
    private static readonly string[] Norms = ["AufenthG § 29 ", "SGB II § 37", "SGB II §§ 7, 37", "AsylG § 74", "DeuFöV §§ 4-6", "DeuFöV § 6"];

    public static bool Has(DeadlineKind kind, string? legalBasis) =>
        kind == DeadlineKind.Statutory && legalBasis is not null
        && Norms.Any(n => legalBasis.Contains(n, StringComparison.Ordinal));
}
