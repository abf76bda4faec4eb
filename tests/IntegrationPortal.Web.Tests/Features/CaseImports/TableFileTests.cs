using System.IO.Compression;
using System.Net;
using System.Text;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseImports;

/// <summary>Files as they come: in whatever encoding, with whatever separator, or broken.</summary>
public sealed class TableFileTests(PortalHost host)
{
    [Fact]
    public async Task A_list_is_read_in_every_encoding_and_with_every_separator()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        (string How, byte[] Mark, Encoding Encoding)[] encodings =
        [
            ("UTF-8", [], Encoding.UTF8), ("UTF-8 with mark", [0xEF, 0xBB, 0xBF], Encoding.UTF8), ("UTF-16", [0xFF, 0xFE], Encoding.Unicode), ("UTF-16 without mark", [], Encoding.Unicode),
            ("UTF-16 the other way round", [0xFE, 0xFF], Encoding.BigEndianUnicode), ("Windows-1252", [], windows),
        ];
        foreach (var (how, mark, encoding) in encodings)
        {
            foreach (var separator in new[] { ';', ',', '\t' })
            {
                var text = $"Vorname{separator}Nachname{separator}Geburtsdatum\r\nJürgen{separator}Weiß–Größe{separator}12.03.1990\r\n";
                var page = await desk.UploadAsync([.. mark, .. encoding.GetBytes(text)], "liste.csv");
                Assert.True(page.Text.Contains("Zum Beispiel: Weiß–Größe", StringComparison.Ordinal), $"{how} with '{separator}': {page.Text}");
            }
        }
    }

    [Fact]
    public async Task Quotation_marks_breaks_within_cells_and_lines_above_the_headings_are_read_as_a_spreadsheet_reads_them()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var check = await desk.CheckAsync("sep=;\nListe der Personen, Stand November;;\n;;\nName;Kontakt;Geburtsjahr\n\"Rahimi; Amina\";\"0151 1\nabends, \"\"nie\"\" morgens\";1990\n\n123;;\n");
        Assert.Equal([(4, ImportRowState.Ready), (6, ImportRowState.Wrong)], await desk.RowsAsync());
        Assert.Contains("Zeile 6", check.Text, StringComparison.Ordinal);
        await desk.OpenCasesAsync(check);
        Assert.Equal(("Rahimi; Amina", "0151 1, abends, \"nie\" morgens"), await host.Portal.AsAsync(desk.Coordinator.Officer, async db =>
            (await db.Persons.SingleAsync()) is var p ? (p.OfficialName, p.Reach!) : default));
    }

    [Fact]
    public async Task Of_a_workbook_the_first_visible_sheet_is_read_with_days_that_are_numbers_and_results_of_formulas()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = await desk.UploadAsync(TableFile.Workbook(
            ("Geheim", "hidden", [["Name"], ["Verborgene Person"]]),
            ("Liste", "visible", [["Name", "Geburtsdatum", "Deutschniveau"], ["Amina Rahimi", new DateOnly(1990, 3, 12), "=CONCAT(\"B\",1)|B1"], [], ["Olena Bondar", 1985, null], ["=HYPERLINK(\"http://x\")|#REF!", null, null]]),
            ("Alt", "visible", [["Name"], ["Alte Liste"]])));
        Assert.Contains("3 Zeilen gelesen", columns.Text, StringComparison.Ordinal);
        Assert.Matches(@"Nicht gelesen:\s*Alt", columns.Document.QuerySelector(".kern-alert")!.TextContent);
        Assert.DoesNotContain("Verborgene", columns.Body, StringComparison.Ordinal);
        var check = await desk.CheckAsync(columns);
        Assert.Equal([(2, ImportRowState.Ready), (4, ImportRowState.Ready), (5, ImportRowState.Ready)], await desk.RowsAsync());
        await desk.OpenCasesAsync(check);
        var born = await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.Persons.OrderBy(p => p.OfficialName).Select(p => p.OfficialName + " " + p.Born).ToListAsync());
        Assert.Contains("Amina Rahimi 1990-03-12", born);
        Assert.Contains("Olena Bondar 1985", born);
        Assert.Equal("B1", await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.PersonFacts.Select(f => f.Value).SingleAsync()));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_told_in_one_sentence()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var workbook = TableFile.Workbook(("Liste", "visible", [["Name"], ["Amina"]]));
        (byte[] File, string Told)[] files =
        [
            ([], "Die Datei fehlt"), (Encoding.UTF8.GetBytes("Name"), "keine Zeile"), (Encoding.UTF8.GetBytes("\n\n;;\n"), "keine Zeile"),
            ("%PDF-1.7 nichts"u8.ToArray(), "keine Tabelle"), ([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 2, 3], "keine Tabelle"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "Kennwort"), (workbook[..(workbook.Length / 2)], "beschädigt"), (Zip("xl/workbook.xml", "<kaputt"), "beschädigt"),
            (Zip("word/document.xml", "<w/>"), "keine Tabelle von Excel"), (Zip("bilder/a.png", "x"), "keine Tabelle"), (TableFile.Bomb(), "ausgepackt zu viel"),
            (TableFile.Workbook(("Liste", "visible", [["Name"], .. Enumerable.Repeat<object?[]>([], 299_999), ["Amina"]])), "ausgepackt zu viel"),
            (Encoding.UTF8.GetBytes("Name\n\"Amina\n" + string.Concat(Enumerable.Repeat("Rahimi;1990\n", 30))), "In Zeile 2 beginnt ein Anführungszeichen"),
            (Encoding.UTF8.GetBytes("Name;Notiz\nAmina;" + new string('x', 2001)), "In Zeile 2 ist ein Feld zu lang"),
            (Encoding.UTF8.GetBytes("Name\n" + string.Concat(Enumerable.Range(0, 10_001).Select(i => $"Person {i}\n"))), "höchstens 10.000"),
            (Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 61).Select(i => $"Spalte {i}")) + "\n" + string.Join(';', Enumerable.Range(0, 61))), "zu viele Spalten"),
            (new byte[(5 * 1024 * 1024) + 1], "zu groß"),
        ];
        foreach (var (file, told) in files)
        {
            var answer = await desk.UploadAsync(file, "liste");
            Assert.True(answer.Status == HttpStatusCode.UnprocessableEntity, $"{told}: {(int)answer.Status} {answer.Text}");
            Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal([], await desk.RowsAsync());
    }

    [Fact]
    public async Task Ten_thousand_rows_are_looked_through_and_go_on_after_the_answer()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var text = new StringBuilder("Vorname;Nachname;Geburtsdatum;Sprachen;Telefon\n");
        for (var i = 0; i < 10_000; i++)
            text.Append(null, $"{Word(i)};Muster{Word(i / 7)};{1 + (i % 28):00}.{1 + (i % 12):00}.{1950 + (i % 60)};Dari, Ukrainisch;0151 {i}\n");
        var columns = await desk.UploadAsync(text.ToString());
        Assert.True(columns.Body.Length < 3_000_000, $"{columns.Body.Length}");
        var check = await desk.CheckAsync(columns);
        Assert.Contains("10.000 Fälle anlegen", check.Text, StringComparison.Ordinal);
        var going = await desk.OpenCasesAsync(check);
        Assert.Contains("Die Fälle werden angelegt", going.Text, StringComparison.Ordinal);
        Assert.InRange((await desk.NamesAsync()).Count, 1, 9_999);
        Assert.False(going.Has("form[action$='/discard']"));
        // Whoever presses it all the same is told.
        var token = going.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Conflict, (await desk.Visitor.PostAsync(going.Address + "/discard", ("__RequestVerificationToken", token))).Status);
        // The job of another test is not to go on with it.
        await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.Database.ExecuteSqlAsync($"update case_import set state = 'Waiting'"));

        static string Word(int i) => string.Concat(Enumerable.Range(0, 4).Select(place => (char)('a' + (i / (int)Math.Pow(26, place) % 26))));
    }

    private static byte[] Zip(string name, string content)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        return file.ToArray();
    }
}
