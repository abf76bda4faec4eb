using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms.AtOnce;

/// <summary>A form that is sent three times in the same moment does what it does when it is sent once, to the last row.</summary>
internal static class ThriceAtOnce
{
    private const int Times = 3;

    public static async Task TakesEffectOnceAsync(this TownAlone town, string name)
    {
        var entry = PortalForms.All.SingleOrDefault(f => f.Name == name) ?? PortalButtons.All.Single(f => f.Name == name);
        var (once, _) = await SendAsync(town, entry, "Behalten Sie das.", 1);
        var (thrice, answers) = await SendAsync(town, entry, "Merken Sie das.", Times);
        var told = string.Join(" | ", answers.Select(a => $"{(int)a.Status} {a.Location ?? a.Text[..Math.Min(200, a.Text.Length)]}"));
        Assert.True(once == thrice, $"once: {once}\nthrice: {thrice}\n{told}");
        var right = RightOf(entry);
        Assert.True(answers.Any(a => a.Status == right), told);
        Assert.True(answers.All(a => a.Status == right || (a.Status is HttpStatusCode.Conflict or HttpStatusCode.Gone or HttpStatusCode.UnprocessableEntity && a.Heading is not null)), told);
    }

    private static HttpStatusCode RightOf(PortalForm entry) => entry.ShowsAtOnce ? HttpStatusCode.OK : HttpStatusCode.SeeOther;

    private static async Task<(string Written, IReadOnlyList<Page> Answers)> SendAsync(TownAlone town, PortalForm entry, string text, int times)
    {
        using var form = await FormInHand.OpenAsync(entry, town, "de");
        form.AnswerSoundly().Write(text);
        Func<Task<Page>> send = PortalButtons.All.Contains(entry) ? form.PressAsync : form.SendAsync;
        var before = await Rows.CountAsync(town.Database);
        var answers = times == 1 ? [await send()] : await Gate.SendAsync(town.Database, times, send);
        if (times == 1)
            Assert.True(answers[0].Status == RightOf(entry), $"{(int)answers[0].Status} {answers[0].Text}");
        return (Rows.Difference(before, await Rows.CountAsync(town.Database)), answers);
    }
}
