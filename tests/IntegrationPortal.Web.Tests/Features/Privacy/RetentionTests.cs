using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Jobs;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPortal.Web.Tests.Features.Privacy;

/// <summary>The data protection officer reads what is forgotten by itself, after how long and on what basis.</summary>
public sealed class RetentionTests(PortalHost host)
{
    [Fact]
    public async Task The_officer_reads_each_rule_with_its_period_and_basis_and_what_nobody_forgets()
    {
        var town = await host.TownAsync();
        using var officer = host.Portal.VisitAs(await town.UserAsync(Role.DataProtectionOfficer, town.Coordination, "D. Datenschutz"));
        var page = await officer.OpenAsync((await officer.GetAsync("/privacy")).Document.QuerySelector("main a[href='/privacy/retention']")!.GetAttribute("href")!);
        var rows = page.Document.QuerySelector("main table")!.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.Children.Take(2).Select(c => c.TextContent.Trim()))).ToList();
        Assert.Equal(
            [
                "Abgelehnte Frage zum Handbuch | 30 Tage",
                "Beendetes Tandem mit Wunsch, Verlauf und Anliegen | 1 volles Jahr",
                "Eingelesene Tabelle, mit allen Zeilen, aus denen kein Fall wurde | 14 Tage",
                "Einladung, die niemand angenommen hat, nach Ablauf oder Rücknahme | 3 Monate",
                "Entwurf einer Übergabe, den niemand anfasst | 14 Tage",
                "Geschlossener Fall mit Personen, Angaben, Übergaben, Einwilligungen und Verlauf | 3 volle Jahre",
                "Name und Adresse eines geschlossenen Kontos | 36 Monate",
                "Profil und Nachweise einer ausgeschiedenen ehrenamtlichen Person | 1 volles Jahr",
                "Treffen eines Tandems nach seinem Ende; Stunden und Zahl je Jahr bleiben | 12 Monate",
                "Vermerk zum Führungszeugnis nach der letzten Tätigkeit | 6 Monate",
                "Welche Mail verschickt oder aufgegeben wurde | 6 Monate",
                "Wer eine Akte geöffnet hat | 6 Monate",
                "Wer was geändert hat | 12 Monate",
            ], rows.Order(StringComparer.Ordinal));
        Assert.Contains("BZRG § 30a Abs. 3 Satz 4", page.Text, StringComparison.Ordinal);
        Assert.Contains("Laufende Fälle, laufende Tandems", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_that_says_how_long_something_is_kept_has_a_job_that_deletes_it()
    {
        // A new rule belongs to a job; a promise on the page without one would be a lie.
        var jobs = new Dictionary<string, string>
        {
            [DeadlineRule.ReadingKept] = "forgotten-trails", [DeadlineRule.ChangeKept] = "forgotten-trails", [DeadlineRule.MailKept] = "forgotten-mails",
            [DeadlineRule.InvitationKept] = "forgotten-invitations", [DeadlineRule.DraftKept] = "tidy-up", [DeadlineRule.ImportKept] = "tidy-up", [DeadlineRule.RefusedQuestionKept] = "forgotten-questions",
            [DeadlineRule.SessionKept] = "forgotten-meetings", [DeadlineRule.CertificateKept] = "forgotten-certificates",
            [DeadlineRule.CaseKept] = "erased-cases", [DeadlineRule.TandemKept] = "forgotten-volunteers", [DeadlineRule.VolunteerKept] = "forgotten-volunteers",
            [DeadlineRule.AccountKept] = "forgotten-accounts",
        };
        var rules = host.Portal.Services.GetRequiredService<IntegrationPortal.Web.Data.Reference.ReferenceCatalogue>().RetentionRulesOn(new(2026, 11, 30));
        Assert.Equal(jobs.Keys.Order(), rules.Select(r => r.Key).Order());
        Assert.All(rules, r => Assert.True(r.Unit is DeadlineUnit.Day or DeadlineUnit.Month or DeadlineUnit.FullYear));
        Assert.Subset(host.Portal.Services.GetServices<RecurringJob>().Select(j => j.Name).ToHashSet(), jobs.Values.ToHashSet());
    }
}
