using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Tenancy;
using IntegrationPortal.Web.Data.Outbox;
using IntegrationPortal.Web.Hosting;
using IntegrationPortal.Web.Jobs.Evaluation;
using IntegrationPortal.Web.Tests.Testing;
using IntegrationPortal.Web.Tests.Walls;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Features.Evaluation;

/// <summary>From the first question to the export: what is registered or taken cannot be bent by a page, by SQL or by the owner.</summary>
public sealed class EvaluationPagesTests(PublishedFigures figures) : IClassFixture<PublishedFigures>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();
    private static readonly string Begins = new DateOnly(Now.Year, Now.Month, 1).AddMonths(-14).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Planned_registered_frozen_compared_and_exported()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var address = await RegisteredAsync(evaluator);
        var unheard = await evaluator.OpenAsync(address);
        var token = unheard.Form("form[action$='/snapshots/0']").Fields.Single(f => f.Key == "__RequestVerificationToken").Value;
        Assert.Equal(HttpStatusCode.Conflict, (await evaluator.PostAsync(address + "/snapshots/2147483647", ("__RequestVerificationToken", token))).Status);
        // Who asked and who registered is on record.
        Assert.Equal(["Added"], await figures.TrailAsync("plan_question", address[^36..] + " 1"));
        Assert.Equal("Added", (await figures.TrailAsync("evaluation_plan", address[^36..]))[0]);
        Assert.Contains("registered_at", (await figures.TrailAsync("evaluation_plan", address[^36..]))[^1], StringComparison.Ordinal);
        var early = await evaluator.GetAsync(address + "/comparison?code=P2");
        Assert.Contains("braucht es zwei Momentaufnahmen", early.Text, StringComparison.Ordinal);
        for (var wave = 0; wave <= 12; wave += 6)
        {
            var plan = await evaluator.OpenAsync(address);
            var button = plan.Form($"form[action$='/snapshots/{wave}']");
            Assert.Equal(HttpStatusCode.SeeOther, (await button.SendAsync()).Status);
            // The second click freezes nothing more.
            Assert.Equal(HttpStatusCode.Conflict, (await button.SendAsync()).Status);
        }

        Assert.Equal(["Added"], await figures.TrailAsync("evaluation_snapshot", address[^36..] + " 6"));
        var shown = await evaluator.OpenAsync(address);
        Assert.Contains("Die Kette der 3 Momentaufnahmen ist unversehrt", shown.Text, StringComparison.Ordinal);
        Assert.Contains("ist noch nicht vorbei", shown.Text, StringComparison.Ordinal);
        // A plan registered when its numbers were there already is not called one that came before them.
        Assert.Contains("Bei der Anmeldung waren die Zahlen für T0, T6, T12 schon veröffentlicht.", shown.Text, StringComparison.Ordinal);

        var comparison = await evaluator.OpenAsync(address + "/comparison?code=P2");
        Assert.Contains("Beide Zahlen liegen in 21 von 23 Kommunen vor", comparison.Text, StringComparison.Ordinal);
        Assert.Contains("zu wenige Fälle", Row(comparison, "Kreis Viersen"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await evaluator.GetAsync(address + "/comparison?code=P5")).Status);

        var missing = await evaluator.OpenAsync(address + "/missing");
        Assert.Contains("Nach 12 Monaten fehlen 1 von 46", missing.Text, StringComparison.Ordinal);
        // Whoever must act finds it on the page of the day.
        var day = await evaluator.OpenAsync("/worklist");
        Assert.Contains("Ergebnisse nach 12 Monaten fehlen", day.Text, StringComparison.Ordinal);
        Assert.True(day.Has($"section[aria-labelledby=programme-tasks] a[href='{address}/missing']"));
        await ExportIsSoundAsync(await evaluator.BytesAsync(address + "/export.zip"));
    }

    [Fact]
    public async Task What_is_frozen_is_refused_to_everybody_and_a_superuser_who_bends_it_is_found_out()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var address = await RegisteredAsync(evaluator);
        var id = Guid.Parse(address[^36..]);
        await (await evaluator.OpenAsync(address)).Form("form[action$='/snapshots/0']").SendAsync();
        await (await evaluator.OpenAsync(address)).Form("form[action$='/snapshots/6']").SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await evaluator.GetAsync(address + "/questions/new")).Status);

        string[] attacks =
        [
            $"update evaluation_snapshot set content = content || 'x' where plan_id = '{id}'", $"delete from evaluation_snapshot where plan_id = '{id}'", "truncate evaluation_snapshot",
            $"update evaluation_plan set title = 'anders' where id = '{id}'", $"delete from plan_question where plan_id = '{id}'", $"update plan_indicator set version = 2 where plan_id = '{id}'",
            $"insert into plan_question (plan_id, number, text) values ('{id}', 9, 'später')",
            $"insert into plan_indicator (plan_id, question_number, code, version, definition_hash) values ('{id}', 1, 'L1', 1, repeat('0', 64))",
            $"insert into evaluation_snapshot (plan_id, wave, month, taken_at, content, previous_hash, hash) select plan_id, 12, month, now(), content, hash, repeat('0', 64) from evaluation_snapshot where plan_id = '{id}' and wave = 6",
            $"insert into evaluation_snapshot (plan_id, wave, month, taken_at, content, previous_hash, hash) select plan_id, 12, month, now(), content, previous_hash, hash from evaluation_snapshot where plan_id = '{id}' and wave = 6",
        ];
        foreach (var attack in attacks)
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => PublishedFigures.RunAsync(figures.Database.Owner, attack));
            Assert.Equal(("42501", attack), (refusal.SqlState, attack));
        }

        await using (var app = await Prompt.OpenAsync(figures.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.Evaluator)))
        {
            await app.RefusedAsync("update evaluation_snapshot set content = ''");
            await app.RefusedAsync("insert into plan_question (plan_id, number, text) values ($1, 9, 'später')", id);
        }

        foreach (var role in new[] { Role.Coordinator, Role.AdvisoryBoard, Role.ProcessFacilitator, Role.CaseWorker })
        {
            await using var other = await Prompt.OpenAsync(figures.Database.Application, null, null, Guid.CreateVersion7(), role.ToString());
            Assert.Equal(0L, await other.AskAsync<long>("select count(*) from evaluation_snapshot"));
            await other.InVainAsync("update evaluation_plan set title = 'x'");
        }

        await PublishedFigures.RunAsync(figures.Superuser, $"alter table evaluation_snapshot disable trigger user; update evaluation_snapshot set content = replace(content, E'\t40\t', E'\t41\t') where plan_id = '{id}' and wave = 0; alter table evaluation_snapshot enable trigger user; alter table evaluation_snapshot enable always trigger refuse; alter table evaluation_snapshot enable always trigger chain");
        Assert.Contains("Der Inhalt von T0 passt nicht zu seiner Prüfsumme", (await evaluator.OpenAsync(address)).Text, StringComparison.Ordinal);
        using var said = new StringWriter();
        Assert.Equal(1, await VerifySnapshots.RunAsync(figures.Database.Application, said, CancellationToken.None));
        Assert.Contains($"{id} BROKEN", said.ToString(), StringComparison.Ordinal);
        Assert.Contains("T0: chain-content-changed", said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_say_what_is_wrong_and_a_second_saver_is_told()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var form = await evaluator.OpenAsync("/evaluation/plans/new");
        var wrong = await form.Form("main form").Fill("Form.Title", "Plan").Fill("Form.Begins", "2025-09-15").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("erste Tag eines Monats", wrong.Text, StringComparison.Ordinal);
        var draft = await wrong.Form("main form").Fill("Form.Begins", Begins).SubmitAsync();
        var address = new Uri(draft.Address, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } uri ? uri.AbsolutePath : draft.Address;
        Assert.Contains("Ein Plan ohne Frage", draft.Text, StringComparison.Ordinal);
        var (one, stale) = (await evaluator.OpenAsync(address + "/questions/new"), await evaluator.OpenAsync(address + "/questions/new"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.Form("main form").Fill("Form.Text", "Woran?").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await one.Form("main form").Fill("Form.Text", "<script>alert(1)</script>").Tick("Form.Codes", "P2").SendAsync()).Status);
        var late = await stale.Form("main form").Fill("Form.Text", "Noch eine").Tick("Form.Codes", "P2").SendAsync();
        Assert.Contains("die Frage „<script>alert(1)</script>“ dazugekommen", late.Text, StringComparison.Ordinal);
        // To add it all the same is a decision; the same form sent twice asks once.
        var further = late.WithTyped("Form.Text", "Noch eine");
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.SeeOther, (await further.SendAsync()).Status);
        Assert.Equal(2, (await evaluator.OpenAsync(address)).Text.Split("Noch eine").Length);
        Assert.DoesNotContain("<script>alert", (await evaluator.OpenAsync(address)).Body, StringComparison.Ordinal);
        // A draft is nobody else's.
        await using var board = await Prompt.OpenAsync(figures.Database.Application, null, null, Guid.CreateVersion7(), nameof(Role.AdvisoryBoard));
        Assert.Equal(0L, await board.AskAsync<long>("select count(*) from evaluation_plan where id = $1", Guid.Parse(address[^36..])));
    }

    [Fact]
    public async Task A_plan_is_registered_as_it_was_read_and_not_with_a_question_that_came_since()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        var address = (await (await evaluator.OpenAsync("/evaluation/plans/new")).Form("main form").Fill("Form.Title", "Gelesen").Fill("Form.Begins", Begins).SendAsync()).Location!;
        async Task AskAsync(string text) =>
            await (await evaluator.OpenAsync(address + "/questions/new")).Form("main form").Fill("Form.Text", text).Tick("Form.Codes", "P2").SendAsync();
        await AskAsync("Woran?");
        var read = await evaluator.OpenAsync(address);
        await AskAsync("Und woran noch?");
        Assert.Equal(HttpStatusCode.Conflict, (await read.Form("form[action$='/register']").SendAsync()).Status);
        Assert.Equal(HttpStatusCode.SeeOther, (await (await evaluator.OpenAsync(address)).Form("form[action$='/register']").SendAsync()).Status);
    }

    [Fact]
    public async Task Missing_outcomes_are_told_by_mail_once_a_month_without_a_name()
    {
        using var evaluator = await figures.AsAsync(Role.Evaluator);
        await RegisteredAsync(evaluator);
        var before = await CountAsync();
        await figures.Portal.RunAsync<RemindOfOutcomes>(job => job.RunAsync(CancellationToken.None));
        var after = await CountAsync();
        Assert.True(after > before);
        await figures.Portal.RunAsync<RemindOfOutcomes>(job => job.RunAsync(CancellationToken.None));
        Assert.Equal(after, await CountAsync());
    }

    private Task<int> CountAsync() => figures.Portal.AsNobodyAsync(db => db.OutboxMails.CountAsync(m => m.Template == MailTemplate.OutcomesMissing));

    private static async Task<string> RegisteredAsync(Visitor evaluator)
    {
        var draft = await (await evaluator.OpenAsync("/evaluation/plans/new")).Form("main form").Fill("Form.Title", "Wirkung").Fill("Form.Begins", Begins).SendAsync();
        var address = draft.Location!;
        var question = await evaluator.OpenAsync(address + "/questions/new");
        await question.Form("main form").Fill("Form.Text", "Werden Übergaben schneller angenommen?").Tick("Form.Codes", "P1", "P2").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await (await evaluator.OpenAsync(address)).Form("form[action$='/register']").SendAsync()).Status);
        return address;
    }

    /// <summary>The rules of the specification (Data Package 1, Tabular Data Package 1, Table Schema 1) that a reader relies on.</summary>
    private static async Task ExportIsSoundAsync(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        async Task<byte[]> Read(string path)
        {
            using var content = new MemoryStream();
            await using var entry = await zip.GetEntry(path)!.OpenAsync();
            await entry.CopyToAsync(content);
            return content.ToArray();
        }

        using var package = JsonDocument.Parse(await Read("datapackage.json"));
        var root = package.RootElement;
        Assert.Equal("tabular-data-package", root.GetProperty("profile").GetString());
        Assert.Contains("after the numbers of T0, T6, T12 were published.", root.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Matches("^[-a-z0-9._/]+$", root.GetProperty("name").GetString());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", root.GetProperty("created").GetString());
        Assert.Equal(9, root.GetProperty("resources").GetArrayLength());
        foreach (var resource in root.GetProperty("resources").EnumerateArray())
        {
            Assert.Equal("tabular-data-resource", resource.GetProperty("profile").GetString());
            Assert.Matches("^[-a-z0-9._]+$", resource.GetProperty("name").GetString());
            var file = await Read(resource.GetProperty("path").GetString()!);
            Assert.Equal(file.Length, resource.GetProperty("bytes").GetInt32());
            Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(file)), resource.GetProperty("hash").GetString());
            var schema = resource.GetProperty("schema");
            var fields = schema.GetProperty("fields").EnumerateArray().ToList();
            Assert.All(fields, f => Assert.Contains(f.GetProperty("type").GetString(), new[] { "string", "number", "integer", "boolean", "date", "datetime" }));
            var names = fields.Select(f => f.GetProperty("name").GetString()!).ToList();
            Assert.Equal(names, Encoding.UTF8.GetString(file).Split("\r\n")[0].Split(',').Select(n => n.Trim('"')));
            Assert.All(schema.GetProperty("primaryKey").EnumerateArray(), key => Assert.Contains(key.GetString(), names));
            Assert.Equal("", schema.GetProperty("missingValues")[0].GetString());
        }

        var snapshots = Encoding.UTF8.GetString(await Read("snapshots.csv")).Split("\r\n");
        Assert.Contains(snapshots, line => Regex.IsMatch(line, @"^0,\d{4}-\d\d-01,""P2"",1,""05166"","""","""",,,""hidden""$"));
        // Anybody can compute the chain again from the files.
        var chain = Encoding.UTF8.GetString(await Read("chain.csv"));
        foreach (var wave in new[] { 0, 6, 12 })
            Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(await Read($"sealed/T{wave}.txt"))), chain, StringComparison.Ordinal);
    }

    private static string Row(Page page, string name) => page.Document.QuerySelectorAll("main tbody tr").First(r => r.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;
}
