using System.Net;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>The words of what is public stand on one shelf, to which whatever becomes public adds.</summary>
public sealed class TwoBecomePublicTests(PortalHost host)
{
    [Fact]
    public async Task Two_entries_with_new_words_in_common_become_public_in_the_same_moment()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        for (var turn = 0; turn < 4; turn++)
        {
            string[] words = [.. Enumerable.Range(0, 400).Select(_ => Word())];
            var forms = new[] { await JudgedAsync(writer, editor, words[..150]), await JudgedAsync(writer, editor, words) };
            var answers = await Task.WhenAll(forms.Select(f => f.SendAsync()));
            Assert.All(answers, a => Assert.Equal((HttpStatusCode.SeeOther, ""), (a.Status, a.Status == HttpStatusCode.SeeOther ? "" : a.Text)));
        }
    }

    private static async Task<FilledForm> JudgedAsync(Visitor writer, Visitor editor, string[] words)
    {
        var desk = await (await writer.BeginAsync($"Neue Worte {Guid.NewGuid():N}")).CompleteAsync(string.Join(' ', words));
        var id = (await desk.Form("main form[action$='/submit']").SubmitAsync()).Id();
        await (await editor.GetAsync($"/reviews/{id}")).Form("form[action$='/take']").SubmitAsync();
        return (await editor.GetAsync($"/reviews/{id}/publish")).Form("main form");
    }

    private static string Word() => string.Concat(Guid.NewGuid().ToByteArray().Take(10).Select(b => (char)('a' + (b % 26))));
}
