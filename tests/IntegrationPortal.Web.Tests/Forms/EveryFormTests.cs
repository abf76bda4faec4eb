using System.Net;
using System.Text;
using IntegrationPortal.Web.Tests.Hostile;
using IntegrationPortal.Web.Tests.Testing;

namespace IntegrationPortal.Web.Tests.Forms;

/// <summary>
/// Whatever is put into a form of the portal: what fits is taken, in any script; what does not is told in a sentence in the chosen
/// language, with everything that was typed still there. Nothing is ever an error of the portal, and nothing typed is ever run.
/// </summary>
public sealed class EveryFormTests(FormsTown town) : IClassFixture<FormsTown>
{
    private const string Ordinary = "Behalten Sie das.";
    private const string RightToLeft = "أمينة رحيمي من مدينة كريفيلد";
    private static readonly string Script = $"{HostileInput.Script} O'Neil \"'><img src=x onerror=alert(1)> &amp;";
    private static readonly string[] Languages = ["de", "en"];

    public static TheoryData<string> Forms => [.. PortalForms.All.Select(f => f.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_at_all_is_told_field_by_field(string name) =>
        await ToldAsync(name, (entry, _) => !entry.TakesNothing, form => form.Clear());

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_megabyte_of_text_is_told_as_too_long(string name) =>
        await ToldAsync(
            name, (entry, form) => entry.IsNeverRight || (!entry.TakesAnything && form.Controls.Any(c => c.IsText)),
            form => form.AnswerSoundly().Type(c => c.IsText, new string('x', 1_000_000 / Math.Max(1, form.Controls.Count(c => c.IsText)))));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Words_where_a_day_a_number_or_an_answer_of_a_list_belongs_are_told(string name) =>
        await ToldAsync(
            name, (entry, form) => entry.IsNeverRight || form.Controls.Any(c => c.IsTyped),
            form => form.AnswerSoundly().Write(Ordinary).Type(c => c.IsTyped, "etwas anderes"));

    [Fact]
    public async Task A_day_that_is_none_is_told_at_its_field_and_nothing_is_reckoned_from_it()
    {
        var (wrong, fields) = (new List<string>(), 0);
        foreach (var entry in PortalForms.All)
        {
            using var form = await FormInHand.OpenAsync(entry, town, "de");
            string[] days = [.. form.Controls.Where(c => c.IsDay).Select(c => c.Name)];
            fields += days.Length;
            // Each alone, beside days that fit, since something may be reckoned from it; then all together.
            var alone = days.SelectMany(_ => HostileInput.Days, (field, day) => (Chosen: (string[])[field], day));
            foreach (var (chosen, day) in alone.Concat(HostileInput.NoDays.Where(_ => days.Length > 0).Select(day => (days, day))))
            {
                var answer = await form.Type(c => c.IsDay, "2026-11-20").AnswerSoundly().Write(Ordinary).Type(c => chosen.Contains(c.Name), day).SendAsync();
                var untold = chosen.Where(f => !answer.Has($".portal-error-summary a[href='#{answer.Document.QuerySelector($"[name='{f}']")?.Id}']"));
                if (answer.Status != HttpStatusCode.UnprocessableEntity || untold.Any())
                    wrong.Add($"{entry.Name} {string.Join(' ', chosen)} {day}: {(int)answer.Status}");
                else
                    IsKept(form, answer);
            }
        }

        Assert.Empty(wrong);
        Assert.True(fields > 40, $"{fields} fields");
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Text_in_any_script_and_with_signs_of_a_program_is_taken_as_text(string name)
    {
        var entry = PortalForms.All.Single(f => f.Name == name);
        foreach (var text in new[] { Script, RightToLeft })
        {
            using var form = await FormInHand.OpenAsync(entry, town, "de");
            var answer = await form.AnswerSoundly().Write(text).SendAsync();
            if (entry.IsNeverRight)
                Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            else
                Assert.True(answer.Status == HttpStatusCode.SeeOther, $"'{text}': {(int)answer.Status} {answer.Text}");
            NeverRuns(await answer.Visitor.FollowAsync(answer));
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Signs_of_a_program_where_a_format_is_asked_are_told_and_shown_as_text(string name) =>
        await ToldAsync(
            name, (entry, form) => entry.IsNeverRight || form.WithFormat.Any(),
            form => form.AnswerSoundly().Write(Ordinary).Type(form.WithFormat.Contains, Script));

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_nobody_types_is_never_an_error_of_the_portal(string name)
    {
        using var form = await FormInHand.OpenAsync(PortalForms.All.Single(f => f.Name == name), town, "de");
        var inputs = HostileInput.All.Select(i => (i.Name, Bytes: Encoding.ASCII.GetBytes(i.Encoded))).Append(("bytes that are no text", [0xFF, 0xFE, 0xC3, 0x28]));
        foreach (var (input, bytes) in inputs)
        {
            // What one of them changed, the next one finds changed.
            var answer = await form.AnswerSoundly().SendBytesAsync(bytes);
            Assert.True((int)answer.Status is 303 or 400 or 404 or 409 or 410 or 422, $"{input}: {(int)answer.Status} {answer.Text}");
            Assert.True(answer.Location is not null || answer.Has("main h1"), $"{input}: {(int)answer.Status} without a page");
            NeverRuns(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task An_id_that_is_none_changes_nothing_and_is_no_error_of_the_portal(string name)
    {
        using var form = await FormInHand.OpenAsync(PortalForms.All.Single(f => f.Name == name), town, "de");
        var answer = await form.AnswerSoundly().Write(Ordinary).Type(c => c.IsHidden, "keine Nummer").SendAsync();
        var untouched = form.Controls.All(c => !c.IsHidden);
        Assert.True(untouched || (int)answer.Status is 400 or 404 or 409 or 410 or 422, $"{(int)answer.Status} {answer.Location}");
    }

    /// <summary>Sends it in both languages: 422 with a sentence for each error and all that was typed, or taken.</summary>
    private async Task ToldAsync(string name, Func<PortalForm, FormInHand, bool> refused, Func<FormInHand, FormInHand> fill)
    {
        var entry = PortalForms.All.Single(f => f.Name == name);
        var sentences = new List<string[]>();
        foreach (var language in Languages)
        {
            using var form = await FormInHand.OpenAsync(entry, town, language);
            var answer = await fill(form).SendAsync();
            NeverRuns(answer);
            if (!refused(entry, form))
            {
                Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{(int)answer.Status} {answer.Text}");
                continue;
            }

            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{(int)answer.Status} {answer.Text}");
            Assert.Equal(language, answer.Document.DocumentElement.GetAttribute("lang"));
            sentences.Add([.. answer.Document.QuerySelectorAll(".portal-error-summary li").Select(li => li.TextContent.Trim())]);
            Assert.NotEmpty(sentences[^1]);
            Assert.All(sentences[^1], s => Assert.Matches(@"^\S+ .*\.$", s));
            IsInOrder(answer);
            IsKept(form, answer);
        }

        Assert.Empty(sentences.Skip(1).SelectMany(s => s).Intersect(sentences.FirstOrDefault() ?? []));
    }

    /// <summary>The list of errors leads to the fields in the order in which they stand on the page.</summary>
    private static void IsInOrder(Page answer)
    {
        var ids = answer.Document.QuerySelectorAll("[id]").Select(e => e.Id).ToList();
        string[] named = [.. answer.Document.QuerySelectorAll(".portal-error-summary a").Select(a => a.GetAttribute("href")![1..])];
        Assert.DoesNotContain(named, id => !ids.Contains(id));
        Assert.Equal(named.OrderBy(ids.IndexOf), named);
    }

    private static void IsKept(FormInHand form, Page answer)
    {
        foreach (var (field, typed) in form.Typed)
            Assert.True(Control.ValueOn(answer, field) == typed, $"{field} lost '{typed[..Math.Min(60, typed.Length)]}' and shows '{Control.ValueOn(answer, field)}'");
    }

    private static void NeverRuns(Page answer)
    {
        Assert.DoesNotContain(HostileInput.Script, answer.Body, StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.Has("img[onerror]"));
    }
}
