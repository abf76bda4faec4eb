using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Web.Data.Reference;
using IntegrationPortal.Web.Presentation;
using IntegrationPortal.Web.Presentation.Words;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Tests.Features.Legal;

/// <summary>The privacy notice says what the program does: a number changed there has to be changed here.</summary>
public sealed class PrivacyNoticeTests(PortalHost host)
{
    [Theory]
    [InlineData("de", "sechs Monate nach der letzten Tätigkeit", "zwölf Monate nach dem Ende des Tandems", "nach {0} Tagen", "sechs Monate verzeichnet; wer|zwölf Monate. Dass eine Mail|bleibt sechs Monate verzeichnet. Eine Einladung|drei Monate nach Ablauf")]
    [InlineData("en", "six months after the last activity", "twelve months after the end of the tandem", "after {0} days", "opened a record stays logged for six months|changed something for twelve|with address and reason, stays logged for six months|three months after it lapsed")]
    public async Task It_names_the_cookies_of_choices_and_how_long_notes_meetings_logs_and_questions_stay(string language, string certificate, string meetings, string questions, string logs)
    {
        using var visitor = host.Portal.Visitor();
        var notice = (await visitor.GetAsync($"/privacy-notice?lang={language}")).Text;
        var messages = host.Portal.Services.GetRequiredService<IOptions<CookieTempDataProviderOptions>>().Value.Cookie.Name!;
        Assert.All([Languages.CookieName, Themes.CookieName, PlainWords.CookieName, messages], cookie => Assert.Contains(cookie, notice, StringComparison.Ordinal));

        var (catalogue, today) = (host.Portal.Services.GetRequiredService<ReferenceCatalogue>(), GermanTime.DayOf(TimeProvider.System.GetUtcNow()));
        var rules = catalogue.MentoringRulesOn(today);
        Assert.Equal((6, 12), (rules.CertificateKeptMonths, rules.SessionKeptMonths));
        Assert.Contains(certificate, notice, StringComparison.Ordinal);
        Assert.Contains(meetings, notice, StringComparison.Ordinal);
        var kept = new[] { DeadlineRule.ReadingKept, DeadlineRule.ChangeKept, DeadlineRule.MailKept, DeadlineRule.InvitationKept }.Select(rule => catalogue.Deadline(rule, today));
        Assert.Equal([(6, DeadlineUnit.Month), (12, DeadlineUnit.Month), (6, DeadlineUnit.Month), (3, DeadlineUnit.Month)], kept.Select(k => (k.Value, k.Unit)));
        Assert.All(logs.Split('|'), sentence => Assert.Contains(sentence, notice, StringComparison.Ordinal));
        Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, questions, catalogue.Deadline(DeadlineRule.RefusedQuestionKept, today).Value), notice, StringComparison.Ordinal);
    }
}
