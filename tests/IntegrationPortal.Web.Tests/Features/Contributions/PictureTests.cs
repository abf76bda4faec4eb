using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using SkiaSharp;

namespace IntegrationPortal.Web.Tests.Features.Contributions;

/// <summary>Pictures of a contribution: drawn anew from what was uploaded, seen by those who see the text, and nothing else gets in.</summary>
public sealed class PictureTests(PortalHost host)
{
    private const string Secret = "GPS 51.33 N 6.56 E, Kamera 4711";

    [Fact]
    public async Task A_picture_stands_below_its_text_nothing_of_the_file_survives_and_everybody_sees_it_once_it_is_public()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        using var editor = host.Portal.VisitAs(await host.EditorAsync());
        using var visitor = host.Portal.Visitor();
        var desk = await (await writer.BeginAsync($"Bild vom Tisch {Guid.NewGuid():N}")).CompleteAsync();
        var file = WithSecret(Jpeg(3000, 1500));
        Assert.Contains(Secret, Encoding.Latin1.GetString(file), StringComparison.Ordinal);
        var form = await OpenAsync(writer, desk.Id());
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendFileAsync("Form.File", file, "tisch.jpg", "image/jpeg")).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await form.SendFileAsync("Form.File", file, "tisch.jpg", "image/jpeg")).Status);

        var picture = (await writer.OpenAsync($"/contributions/{desk.Id()}/preview")).Document.QuerySelectorAll("main img").Single();
        Assert.Equal("Ein runder Tisch [von oben]".Replace('[', '(').Replace(']', ')'), picture.GetAttribute("alt"));
        var address = picture.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync(address)).Status);
        var (bytes, kept) = await FetchAsync(writer, address);
        Assert.Equal("no-store, private", kept);
        Assert.DoesNotContain("Kamera", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        using (var drawn = SKBitmap.Decode(bytes))
            Assert.Equal((1600, 800), (drawn.Width, drawn.Height));

        await (await writer.OpenAsync($"/contributions/{desk.Id()}")).Form("main form[action$='/submit']").SubmitAsync();
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync(address)).Status);
        await (await editor.OpenAsync($"/reviews/{desk.Id()}")).Form("form[action$='/take']").SubmitAsync();
        await (await editor.OpenAsync($"/reviews/{desk.Id()}/publish")).Form("main form").SubmitAsync();
        Assert.Equal("public, max-age=2592000, immutable", (await FetchAsync(visitor, address)).Kept);
        var link = (await writer.GetAsync("/contributions")).Document.QuerySelector("main a[href^='/handbook/lessons/']")!.GetAttribute("href")!;
        foreach (var page in new[] { link, "/handbook/lessons/print" })
        {
            // The whole chapter may have been drawn for another visitor a moment before, and is kept for a minute.
            var read = await (page == link ? visitor : writer).GetAsync(page);
            Assert.Contains(address, read.Document.QuerySelectorAll("main img").Select(i => i.GetAttribute("src")));
            // Whoever made it is named where it is shown: a licence such as CC BY asks for it.
            Assert.Contains(read.Document.QuerySelectorAll(".handbook-source"), s => s.TextContent.Contains("Stadt Musterstadt, CC BY 4.0", StringComparison.Ordinal));
        }

        using var offline = await visitor.FetchAsync("/handbook/lessons/offline");
        Assert.Contains("Stadt Musterstadt, CC BY 4.0", await offline.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await writer.PostAsync(
            $"/contributions/{desk.Id()}/pictures/{address.Split('/')[^1]}/remove", ("__RequestVerificationToken", Token(await writer.GetAsync("/account"))))).Status);
    }

    [Fact]
    public async Task A_photo_that_is_too_large_for_a_request_is_answered_with_words_of_its_own()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var desk = await (await writer.BeginAsync("Zu groß")).CompleteAsync();
        var form = await OpenAsync(writer, desk.Id());
        // As a browser would see it: the answer comes before the file is sent.
        writer.Headers.ExpectContinue = true;
        var answer = await form.SendFileAsync("Form.File", new byte[12 * 1024 * 1024], "urlaub.jpg", "image/jpeg");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "Das ist zu groß"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task What_is_no_picture_or_does_harm_is_refused_with_a_sentence_and_kept_nowhere()
    {
        using var writer = host.Portal.VisitAs(await (await host.TownAsync()).CoordinatorAsync());
        var desk = await (await writer.BeginAsync("Falle")).CompleteAsync();
        var sound = Jpeg(40, 30);
        var bad = new (string Name, byte[] Bytes, string Type, string Says)[]
        {
            ("bild.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "image/svg+xml", "auch SVG"),
            ("bild.png", "<svg onload='alert(1)'/>"u8.ToArray(), "image/png", "auch SVG"),
            ("bild.png", "<script>alert(1)</script>"u8.ToArray(), "image/png", "kein JPEG"),
            ("bild.gif", "GIF89a\u0001"u8.ToArray(), "image/gif", "kein JPEG"),
            ("bild.png", sound, "image/png", "etwas anderes"),
            ("bild.jpg", sound[..(sound.Length / 2)], "image/jpeg", "beschädigt"),
            ("bild.jpg", [0xFF, 0xD8, 0xFF], "image/jpeg", "beschädigt"),
            ("bild.png", Bomb(60_000, 60_000), "image/png", "zu viele Bildpunkte"),
            ("bild.png", [], "image/png", "Wählen Sie eine Bilddatei"),
            ("bild.jpg", [.. sound, .. new byte[8 * 1024 * 1024]], "image/jpeg", "zu groß"),
        };
        foreach (var (name, bytes, type, says) in bad)
        {
            var answer = await (await OpenAsync(writer, desk.Id())).SendFileAsync("Form.File", bytes, name, type);
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{name} {says}: {(int)answer.Status} {answer.Text}");
            Assert.Contains(says, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("runder Tisch", answer.Document.QuerySelector("textarea[name='Form.Alt']")!.TextContent, StringComparison.Ordinal);
        }

        foreach (var (field, value) in new[] { ("Form.Alt", " "), ("Form.Credit", ""), ("Form.Field", "nirgends"), ("Form.Allowed", "false") })
            Assert.Equal((field, HttpStatusCode.UnprocessableEntity), (field, (await (await OpenAsync(writer, desk.Id())).Force(field, value).SendFileAsync("Form.File", sound, "bild.jpg", "image/jpeg")).Status));
        Assert.False((await writer.OpenAsync($"/contributions/{desk.Id()}/pictures")).Has("main img"));
    }

    [Theory]
    [InlineData("![Wort](https://example.com/pixel.png)")]
    [InlineData("![Wort](/handbook/pictures/../../account)")]
    [InlineData("![](/handbook/pictures/00000000-0000-0000-0000-000000000000)")]
    [InlineData("![Wort](//example.com/handbook/pictures/00000000-0000-0000-0000-000000000000)")]
    public void A_text_shows_no_picture_from_elsewhere_and_none_without_words(string markdown)
    {
        using var html = new StringWriter();
        IntegrationPortal.Web.Presentation.Markdown.SafeMarkdown.ToHtml(markdown).WriteTo(html, System.Text.Encodings.Web.HtmlEncoder.Default);
        Assert.DoesNotContain("<img", html.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_picture_that_lay_on_its_side_stands_upright_and_can_be_deleted_while_nobody_else_has_seen_it()
    {
        var town = await host.TownAsync();
        var user = await town.CoordinatorAsync();
        using var writer = host.Portal.VisitAs(user);
        var desk = await (await writer.BeginAsync("Gedreht")).CompleteAsync();
        await (await OpenAsync(writer, desk.Id())).SendFileAsync("Form.File", Turned(Jpeg(80, 40)), "bild.jpg", "image/jpeg");
        var page = await writer.OpenAsync($"/contributions/{desk.Id()}/pictures");
        var address = page.Document.QuerySelector("main img")!.GetAttribute("src")!;
        using (var drawn = SKBitmap.Decode((await FetchAsync(writer, address)).Bytes))
        {
            Assert.Equal((40, 80), (drawn.Width, drawn.Height));
            // The left half was red: turned clockwise it is above.
            Assert.True(drawn.GetPixel(20, 10).Red > 200 && drawn.GetPixel(20, 70).Blue > 200);
        }

        await using (var stranger = await Prompt.OpenAsync(host.Database.Application, Guid.CreateVersion7(), null, Guid.CreateVersion7(), "Coordinator"))
        {
            Assert.Equal(0L, await stranger.AskAsync<long>("select count(*) from entry_picture where id = $1", Guid.Parse(address.Split('/')[^1])));
            await stranger.InVainAsync("delete from entry_picture");
        }

        await using (var own = await Prompt.OpenAsync(host.Database.Application, user.Officer))
            await own.RefusedAsync("update entry_picture set alt = 'anders'");
        await page.Form("form[action$='/remove']").SubmitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await writer.GetAsync(address)).Status);
        Assert.DoesNotContain(address, (await writer.OpenAsync($"/contributions/{desk.Id()}")).Body, StringComparison.Ordinal);
    }

    private static async Task<FilledForm> OpenAsync(Visitor writer, string id) =>
        (await writer.OpenAsync($"/contributions/{id}/pictures")).Form("main form[enctype]")
            .Fill("Form.Alt", "Ein runder Tisch [von oben]").Fill("Form.Credit", "Stadt Musterstadt, CC BY 4.0").Fill("Form.Field", "situation").Fill("Form.Allowed", "true");

    private static async Task<(byte[] Bytes, string? Kept)> FetchAsync(Visitor visitor, string address)
    {
        using var answer = await visitor.FetchAsync(address);
        Assert.Equal("image/webp", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        return (await answer.Content.ReadAsByteArrayAsync(), answer.Headers.GetValues("Cache-Control").Single());
    }

    private static string Token(Page page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Red on the left, blue on the right.</summary>
    private static byte[] Jpeg(int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2, 0, width / 2f, height, blue);
        }

        using var encoded = bitmap.Encode(SKEncodedImageFormat.Jpeg, 95);
        return encoded.ToArray();
    }

    private static byte[] WithSecret(byte[] jpeg) => WithSegment(jpeg, 0xFE, Encoding.ASCII.GetBytes(Secret));

    // EXIF with one entry: orientation 6, the camera was held upright.
    private static byte[] Turned(byte[] jpeg) => WithSegment(
        jpeg, 0xE1, [.. "Exif\0\0"u8, 0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);

    private static byte[] WithSegment(byte[] jpeg, byte marker, byte[] content)
    {
        var length = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)(content.Length + 2));
        return [0xFF, 0xD8, 0xFF, marker, .. length, .. content, .. jpeg[2..]];
    }

    /// <summary>A few kilobytes that say they are a picture of 3.6 thousand million pixels.</summary>
    private static byte[] Bomb(int width, int height)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 0);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
            zlib.Write(new byte[1_000_000]);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        var (length, sum) = (new byte[4], new byte[4]);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        BinaryPrimitives.WriteInt32BigEndian(length, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(sum, Crc(body));
        return [.. length, .. body, .. sum];
    }

    private static uint Crc(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var b in bytes)
        {
            sum ^= b;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
        }

        return ~sum;
    }
}
