using IntegrationPortal.Domain.Calendar;
using IntegrationPortal.Domain.Knowledge;
using IntegrationPortal.Domain.Tenancy;
using SkiaSharp;

namespace IntegrationPortal.Web.Data.Demo;

/// <summary>A post of the foundation with a picture, and questions of readers in all states. Everything says that it is an example.</summary>
internal sealed class DemoNews(PortalDbContext db, Guid facilitator, Guid editor, WorkingCalendar calendar, DateTimeOffset now)
{
    private const string Example = "Beispiel der Demo, nicht geschehen.";

    private readonly Writer writer = new(facilitator, Role.ProcessFacilitator, null, "Redaktion der Stiftung");
    private readonly Writer reviewer = new(editor, Role.FoundationStaff, null, "Redaktion der Stiftung");

    public void Live(IReadOnlyList<HandbookEntry> shipped)
    {
        var post = Post();
        Ask(post, "Wird es eine zweite Nachricht geben?", answer: $"{Example} Hier stünde die Antwort der Redaktion.");
        Ask(shipped[0], "Gibt es dazu eine Vorlage zum Ausdrucken?", passed: true);
        Ask(shipped[^1], "Wie viele Menschen müssen mitmachen?");
    }

    private HandbookEntry Post()
    {
        var at = calendar.LastWorked(now.AddDays(-5));
        var words = new EntryWords(
            "Demo: So sieht eine Nachricht aus", $"{Example} Die Nachricht zeigt, wie die Stiftung mit Bild, Thema und Studien berichtet.",
            new Dictionary<string, string> { ["story"] = $"{Example}\n\nEine Nachricht ist kurz. Sie nennt, worum es geht, und führt weiter, zum Beispiel zu den [Prozessabläufen](/handbook/processes).", ["studies"] = "- [Zahlen und Fakten dieses Handbuchs](/handbook/facts)" },
            []);
        var post = HandbookEntry.Begin(Guid.CreateVersion7(at), HandbookKind.News, "demo-nachricht", null, new EntryFacts(FieldOfAction.Across) { Source = Example }, words, writer, at);
        var picture = EntryPicture.Add(
            Guid.CreateVersion7(at), post, 0, Path(), "Zeichnung: fünf Stationen auf einem Weg, die letzte hervorgehoben", "Zeichnung des Portals, EUPL-1.2", writer, at);
        post.Write(EntryLanguage.De, words with { Fields = new Dictionary<string, string>(words.Fields) { ["story"] = $"{words.Fields["story"]}\n\n{picture.Markdown}" } }, writer);
        post.Submit(writer, at);
        post.TakeIntoReview(reviewer);
        post.Publish(Criteria.None, reviewer, calendar.LastWorked(now.AddDays(-4)));
        db.AddRange(post, picture);
        return post;
    }

    private void Ask(HandbookEntry about, string text, bool passed = false, string? answer = null)
    {
        var (asked, read) = (calendar.LastWorked(now.AddDays(-2)), calendar.LastWorked(now.AddDays(-1)));
        var question = ReaderQuestion.Ask(Guid.CreateVersion7(asked), about, $"{Example} {text}", asked);
        if (passed || answer is not null)
            question.Pass(reviewer, read);
        if (answer is not null)
            question.AnswerWith(answer, reviewer, read.AddHours(1));
        db.Add(question);
    }

    private static DrawnPicture Path()
    {
        const int Width = 1200, Height = 400;
        using var bitmap = new SKBitmap(Width, Height);
        using (var canvas = new SKCanvas(bitmap))
        {
            using var line = new SKPaint { Color = new SKColor(0x1D, 0x4E, 0x89), StrokeWidth = 10, IsAntialias = true, Style = SKPaintStyle.Stroke };
            using var ground = new SKPaint { Color = SKColors.White, IsAntialias = true };
            using var full = new SKPaint { Color = new SKColor(0x1D, 0x4E, 0x89), IsAntialias = true };
            canvas.Clear(new SKColor(0xEE, 0xF3, 0xF9));
            canvas.DrawLine(120, Height / 2f, Width - 120, Height / 2f, line);
            for (var i = 0; i < 5; i++)
            {
                canvas.DrawCircle(120 + (i * 240), Height / 2f, 50, i == 4 ? full : ground);
                canvas.DrawCircle(120 + (i * 240), Height / 2f, 50, line);
            }
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Webp, 82);
        return new DrawnPicture(Width, Height, encoded.ToArray());
    }
}
