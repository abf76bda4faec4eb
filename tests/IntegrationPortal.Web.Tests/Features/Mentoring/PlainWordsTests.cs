using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Mentoring;
using IntegrationPortal.Web.Features.MentoringSessions;
using IntegrationPortal.Web.Presentation.Resources;
using IntegrationPortal.Web.Tests.Presentation;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Mentoring;

/// <summary>The form for a meeting speaks plainly to who wants that, wholly, and nowhere else.</summary>
public sealed partial class PlainWordsTests(PortalHost host)
{
    [Fact]
    public void Every_word_of_the_form_has_a_plain_one()
    {
        var plain = new ResourceManager(typeof(PlainTexts));
        var page = File.ReadAllText(SourceTree.Files("Edit.cshtml").Single(f => f.Contains("MentoringSessions", StringComparison.Ordinal)));
        var drawn = File.ReadAllText(SourceTree.Files("DrawSession.cs").Single());
        var asked = Word().Matches(page + drawn).Select(m => $"MentoringSessionsTexts.{m.Groups[1].Value}")
            .Concat(typeof(SessionForm).GetProperties().Select(p => p.GetCustomAttribute<DisplayAttribute>()?.Name).OfType<string>().Select(n => $"MentoringSessionsTexts.{n}"))
            .Concat(new[] { typeof(SessionPlace), typeof(TrafficLight), typeof(SessionActivities) }
                .SelectMany(t => Enum.GetNames(t).Where(n => n != "None").Select(n => $"KindTexts.{t.Name}.{n}"))).Distinct().ToList();
        Assert.True(asked.Count > 25);
        Assert.DoesNotContain(asked, key => string.IsNullOrEmpty(plain.GetString(key, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_switch_at_the_form_changes_its_words_and_those_of_its_errors_and_back()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        var address = $"/mentoring/tandems/{await initiative.TandemAsync()}/sessions/new";
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        var usual = await mentor.OpenAsync(address);
        Assert.Contains("Wie läuft es?", usual.Text, StringComparison.Ordinal);

        var switched = await usual.Form("form[action='/preferences/plain']").SubmitAsync();
        Assert.Equal(address, switched.Address);
        Assert.Contains("Wie geht es Ihnen beiden zusammen?", switched.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Wie läuft es?", switched.Text, StringComparison.Ordinal);
        var refused = await switched.Form("form[data-queue]").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Hier fehlt etwas: „Wie geht es Ihnen beiden zusammen?“", refused.Text, StringComparison.Ordinal);
        // Other pages keep their words.
        Assert.Contains("Meine Tandems", (await mentor.OpenAsync("/mentoring")).Text, StringComparison.Ordinal);
        var back = await (await mentor.OpenAsync(address)).Form("form[action='/preferences/plain']").SubmitAsync();
        Assert.Contains("Wie läuft es?", back.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_has_plain_words_too()
    {
        var initiative = await TownInitiative.CreateAsync(await host.TownAsync());
        using var mentor = host.Portal.VisitAs(initiative.Mentor);
        mentor.Cookies.Add(new Cookie("portal-plain", "yes", "/", host.Portal.Address.Host));
        mentor.Cookies.Add(new Cookie("portal-language", "en", "/", host.Portal.Address.Host));
        Assert.Contains("How are the two of you getting on?", (await mentor.OpenAsync($"/mentoring/tandems/{await initiative.TandemAsync()}/sessions/new")).Text, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?:T|words)\[(?:plain \? )?""([^""]+)""")]
    private static partial Regex Word();
}
