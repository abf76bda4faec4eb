using System.Net;
using System.Text;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseImports;

public sealed class ImportTests(PortalHost host)
{
    private const string Table = """
        Vorname;Nachname;Geburtsdatum;Geschlecht;Sprachen;Dolmetscher;Telefon;E-Mail;Aufenthaltsstatus;Deutschniveau;Religion
        Amina;Rahimi;12.03.1990;w;Dari, Englisch;ja;0151 1;a@test.example;Aufenthaltsgestattung;A2;streng geheim
        Suharto;;1985;m;ti;nein;;;;;
        """;

    [Fact]
    public async Task A_table_becomes_cases_as_if_each_had_been_opened_by_hand()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = await desk.UploadAsync(Table);
        Assert.Contains("2 Zeilen gelesen", columns.Text, StringComparison.Ordinal);
        Assert.Matches(@"Eine Spalte wird nicht gespeichert:\s*Religion", columns.Document.QuerySelector(".kern-alert")!.TextContent);
        var check = await desk.CheckAsync(columns);
        Assert.Equal([], await desk.NamesAsync());
        Assert.Equal([(2, ImportRowState.Ready), (3, ImportRowState.Ready)], await desk.RowsAsync());

        var done = await desk.OpenCasesAsync(check);
        Assert.Contains("2 Fälle sind angelegt.", done.Text, StringComparison.Ordinal);
        Assert.Equal(2, done.Document.QuerySelectorAll("#opened ~ ul a[href^='/cases/']").Length);
        Assert.Equal(["Amina Rahimi", "Suharto"], await desk.NamesAsync());
        await host.Portal.AsAsync(desk.Coordinator.Officer, async db =>
        {
            var amina = await db.Persons.SingleAsync(p => p.OfficialName == "Amina Rahimi");
            Assert.Equal((new PartialDate(1990, 3, 12), Sex.Female, true, "0151 1, a@test.example"), (amina.Born!.Value, amina.Sex!.Value, amina.NeedsInterpreter, amina.Reach));
            Assert.Equal(2, amina.Languages.Count);
            var facts = await db.PersonFacts.Where(f => f.CaseId == amina.CaseId).OrderBy(f => f.Kind).ToListAsync();
            Assert.Equal(["LanguageLevel A2", "ResidenceStatus "], facts.Select(f => $"{f.Kind} {f.Value}").Order());
            Assert.All(facts, f => Assert.StartsWith("Eigene Liste", f.Source, StringComparison.Ordinal));
            var paths = await db.CasePaths.Include(c => c.Participations).OrderBy(c => c.Number).ToListAsync();
            Assert.Equal(["0001", "0002"], paths.Select(c => c.Number[^4..]));
            Assert.All(paths, c => Assert.Equal((TestCases.Template, desk.Coordinator.Actor!.Id, 1), (c.TemplateKey, c.LeadActorId, c.Participations.Count)));
            Assert.Equal(2, await db.CaseEvents.CountAsync(e => e.Kind == Domain.CasePaths.CaseEventKind.CaseOpened && e.UserId == desk.Coordinator.Id));
            // What the case has, the table has no more; what nobody needs it never had.
            Assert.All(await db.CaseImportRows.ToListAsync(), r => Assert.Empty(r.Cells));
            return 0;
        });
        Assert.Equal(0L, await StoredAsync(desk, "%streng geheim%"));
    }

    [Fact]
    public async Task A_column_that_is_left_out_is_stored_nowhere_and_one_that_was_not_known_can_be_chosen()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = await desk.UploadAsync("Name;Bemerkung;Anmerkung\nAmina Rahimi;über den Bruder;vertraulich\n");
        Assert.Equal(0L, await StoredAsync(desk, "%Rahimi%"));
        var form = columns.Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template).Fill("Form.Means[1]", nameof(ImportField.Reach));
        await desk.OpenCasesAsync(await form.SubmitAsync());
        Assert.Equal("über den Bruder", await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.Persons.Select(p => p.Reach).SingleAsync()));
        Assert.Equal(0L, await StoredAsync(desk, "%vertraulich%"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_page_of_columns_that_was_open_for_too_long_says_so_and_leads_back_to_the_upload(string table)
    {
        var desk = await ImportDesk.OpenAsync(host);
        var answer = await (await desk.UploadAsync(Table)).Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template).Force("table", table).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("war zu lange offen", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Has("form[action='/cases/import'] input[type=file]"));
    }

    [Theory]
    [InlineData("„Weg“ fehlt", "Form.Template", "")]
    [InlineData("keine Spalte ist der Name", "Form.Means[0]", "")]
    [InlineData("Zwei Spalten bedeuten dasselbe", "Form.Means[1]", "OfficialName")]
    [InlineData("nur eines von beiden", "Form.Means[1]", "FamilyName")]
    [InlineData("Woher die Angaben stammen, fehlt", "Form.Source", "")]
    public async Task What_columns_cannot_mean_is_told_at_the_column_and_nothing_is_lost(string told, string field, string value)
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = await desk.UploadAsync("Name;Kürzel;Deutschniveau\nAmina Rahimi;AR;B1\n");
        var answer = await columns.Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template).Fill(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Zum Beispiel: Amina Rahimi", answer.Text, StringComparison.Ordinal);
        Assert.Equal([], await desk.RowsAsync());
        // With what was wrong mended the same page goes on.
        var mended = answer.Form("form[action='/cases/import/columns']").Fill("Form.Means[0]", "OfficialName").Fill("Form.Means[1]", "").Fill("Form.Source", "Liste").Fill("Form.Template", TestCases.Template);
        Assert.Equal(HttpStatusCode.SeeOther, (await mended.SendAsync()).Status);
    }

    [Fact]
    public async Task Each_row_says_all_that_is_wrong_with_it_and_the_others_are_opened()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var check = await desk.CheckAsync("""
            Name;Geburtsdatum;Geschlecht;Sprache;Dolmetscher;Status
            Amina Rahimi;31.02.1990;z;klingonisch;vielleicht;blau
            Olena Bondar;00.00.1990;w;uk;;
            ;1990;;;;
            M?ller;;;;;
            """);
        Assert.Equal([ImportRowState.Wrong, ImportRowState.Ready, ImportRowState.Wrong, ImportRowState.Wrong], (await desk.RowsAsync()).Select(r => r.State));
        string[] lines = [.. check.Document.QuerySelectorAll("#wrong ~ div tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim())))];
        Assert.Equal(7, lines.Length);
        Assert.Contains("Zeile 2|Geburtsdatum|31.02.1990|Dieses Datum gibt es nicht. Ein Tag braucht auch einen Monat.", lines);
        Assert.Contains("Zeile 2|Sprache|klingonisch|Die Sprache „klingonisch“ steht nicht in der Liste des Portals.", lines);
        Assert.Contains("Zeile 4|Name|(leer)|Der Name fehlt. Bitte ausfüllen.", lines);
        Assert.Contains(lines, l => l.StartsWith("Zeile 5|Name|M?ller|Im Namen steht ein Fragezeichen", StringComparison.Ordinal));
        await desk.OpenCasesAsync(check);
        Assert.Equal(["Olena Bondar"], await desk.NamesAsync());
    }

    [Fact]
    public async Task What_was_not_opened_comes_back_as_a_file_with_the_reason_that_runs_nothing_and_can_be_brought_in_again()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var check = await desk.CheckAsync("Name;Telefon;Geburtsdatum\n=HYPERLINK(1);+49 151;1990\n@SUM(A1) Rahimi;-1;morgen\nOlena Bondar;;\n");
        await desk.OpenCasesAsync(check);
        var link = check.Document.QuerySelector("a[href$='/left']")!.GetAttribute("href")!;
        var bytes = await desk.Visitor.BytesAsync(link);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var file = Encoding.UTF8.GetString(bytes[3..]);
        Assert.DoesNotContain("Olena", file, StringComparison.Ordinal);
        Assert.Contains("3;\"'@SUM(A1) Rahimi\";\"'-1\";\"morgen\";\"Geburtsdatum: Das Datum ist nicht lesbar.", file, StringComparison.Ordinal);
        Assert.DoesNotContain(file.Split('\n'), l => l.Split(';').Any(c => c.TrimStart('"') is ['=' or '+' or '-' or '@', ..]));

        var again = await desk.CheckAsync(file.Replace("morgen", "1991", StringComparison.Ordinal));
        await desk.OpenCasesAsync(again);
        Assert.Contains("@SUM(A1) Rahimi", await desk.NamesAsync());
    }

    [Fact]
    public async Task Any_name_is_stored_as_it_was_written()
    {
        var desk = await ImportDesk.OpenAsync(host);
        string[] names = ["محمد السيد", "Ş. Ağca", "Nguyễn Thị Ánh", "ሰላም ተስፋይ", "<script>alert(1)</script> O'Neil", new('A', 200), "Зеленський; \"Олександр\""];
        var check = await desk.CheckAsync("Name\n" + string.Join('\n', names.Select(n => '"' + n.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')) + "\n" + new string('B', 201));
        Assert.DoesNotContain("<script>alert", check.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("höchstens 200 Zeichen", check.Text, StringComparison.Ordinal);
        await desk.OpenCasesAsync(check);
        Assert.Equal(names.Order(StringComparer.Ordinal), (await desk.NamesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_sample_is_read_without_a_question()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var columns = await desk.UploadAsync(await desk.Visitor.BytesAsync("/cases/import/sample"), "muster.csv");
        Assert.DoesNotContain("nicht gespeichert:", columns.Text, StringComparison.Ordinal);
        await desk.OpenCasesAsync(await desk.CheckAsync(columns));
        Assert.Equal(["Amina Muster", "Beispiel"], await desk.NamesAsync());
    }

    [Fact]
    public async Task A_table_is_discarded_with_all_its_rows_and_its_cases_stay()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var done = await desk.OpenCasesAsync(await desk.CheckAsync("Name\nAmina Rahimi\n123\n"));
        var gone = await done.Form("form[action$='/discard']").SubmitAsync();
        Assert.Contains("Die Tabelle ist gelöscht.", gone.Text, StringComparison.Ordinal);
        Assert.Equal([], await desk.RowsAsync());
        Assert.Equal(["Amina Rahimi"], await desk.NamesAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await desk.Visitor.GetAsync(done.Address)).Status);
    }

    /// <summary>In how many rows of the two tables something stands.</summary>
    private async Task<long> StoredAsync(ImportDesk desk, string like)
    {
        await using var connection = new Npgsql.NpgsqlConnection(host.Superuser);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("""
            select (select count(*) from case_import_row r where tenant_id = $1 and r::text like $2) + (select count(*) from case_import i where tenant_id = $1 and i::text like $2)
                + (select count(*) from audit_entry a where tenant_id = $1 and a::text like $2)
            """, connection) { Parameters = { new() { Value = desk.Town.Tenant.Id }, new() { Value = like } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
