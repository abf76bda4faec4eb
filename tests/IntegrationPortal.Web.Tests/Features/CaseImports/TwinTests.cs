using System.Net;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Domain.Persons;
using IntegrationPortal.Web.Data.Cases;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseImports;

/// <summary>Somebody who may be there already: by hand and from a table the same rule, and never more than the wall shows.</summary>
public sealed class TwinTests(PortalHost host)
{
    [Theory]
    [InlineData("Mohammed Al-Hassan", "1990-03-12", "Muhammad Alhassan", "1990-03-12", true)]
    [InlineData("Oleksandr Kovalenko", "1990-03-12", "Олександр Коваленко", "1990-12-03", true)]
    [InlineData("Amina Rahimi", "1990-03-12", "Rahimi, Amina", "1990", true)]
    [InlineData("Amina Rahimi", "", "Amina Rahimi", "1990-03-12", true)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Rahimi", "1990-03-13", false)]
    [InlineData("Amina Rahimi", "1990-03-12", "Amina Noori", "1990-03-12", false)]
    [InlineData("Mohammed Al-Hassan", "1990-01-01", "Muhammad Alhassan", "1990-01-01", false)]
    [InlineData("Mohammed Al-Hassan", "1990-01-01", "Mohammed Al-Hassan", "1990-07-05", true)]
    public async Task The_rule_knows_spellings_slips_of_the_pen_and_birthdays_that_nobody_knows(string name, string born, string other, string otherBorn, bool may)
    {
        var town = await host.TownAsync();
        var (mine, theirs) = (await town.CoordinatorAsync(), await town.WorkerAsync());
        var id = await host.Portal.OpenCaseAsync(mine, Person(name, born));
        var asked = SamePerson.Of(Person(other, otherBorn));
        Assert.Equal(may ? [id] : [], (await host.Portal.AsAsync(mine.Officer, db => db.TwinsOfAsync(asked, Guid.NewGuid(), default))).Select(t => t.CaseId));
        Assert.Equal(may ? [0] : [], await host.Portal.AsAsync(mine.Officer, db => db.WhoIsThereAsync([asked], default)));
        // Who takes no part in that case learns nothing of it, and a case is not its own double.
        Assert.Empty(await host.Portal.AsAsync(theirs.Officer, db => db.TwinsOfAsync(asked, Guid.NewGuid(), default)));
        Assert.Empty(await host.Portal.AsAsync(theirs.Officer, db => db.WhoIsThereAsync([asked], default)));
        Assert.Empty(await host.Portal.AsAsync(mine.Officer, db => db.TwinsOfAsync(asked, id, default)));
    }

    [Fact]
    public async Task Whoever_opens_a_case_by_hand_is_told_that_there_may_be_one_and_opens_it_nevertheless()
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        var id = await host.Portal.OpenCaseAsync(coordinator, Person("Amina Rahimi", "1990-03-12"));
        using var visitor = host.Portal.VisitAs(coordinator);
        var told = await NewCaseAsync(visitor);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains("Es gibt vielleicht schon einen Fall", told.Text, StringComparison.Ordinal);
        Assert.True(told.Has($"main a[href='/cases/{id}']"));
        Assert.Equal("Amina Rahimi", told.Document.QuerySelector("[name=OfficialName]")!.GetAttribute("value"));
        // Name and birth date of that case were shown: it was read.
        Assert.Equal(1L, await ReadingsAsync(id));
        var opened = await told.Form("form[action='/cases/new']").Force("Nevertheless", "true").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
        Assert.Equal(2, await host.Portal.AsAsync(coordinator.Officer, db => db.CasePaths.CountAsync()));

        using var stranger = host.Portal.VisitAs(await town.WorkerAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await NewCaseAsync(stranger)).Status);
    }

    [Fact]
    public async Task A_row_that_may_be_there_already_is_left_out_until_somebody_says_otherwise()
    {
        var desk = await ImportDesk.OpenAsync(host);
        var id = await host.Portal.OpenCaseAsync(desk.Coordinator, Person("Amina Rahimi", "1990-03-12"));
        var check = await desk.CheckAsync("Name;Geburtsdatum\nRahimi Amina;12.03.1990\nOlena Bondar;1985\nOlena Bondar;1985\n");
        Assert.Equal([(2, ImportRowState.LikeCase), (3, ImportRowState.Ready), (4, ImportRowState.LikeRow)], await desk.RowsAsync());
        Assert.True(check.Has($"#like ~ div a[href='/cases/{id}']"));
        Assert.Contains("Zeile 3 der Tabelle", check.Text, StringComparison.Ordinal);
        Assert.Equal(1L, await ReadingsAsync(id));

        var done = await desk.OpenCasesAsync(check);
        Assert.Equal([ImportRowState.LikeCase, ImportRowState.Opened, ImportRowState.LikeRow], (await desk.RowsAsync()).Select(r => r.State));
        await done.Form("form[action$='/open']").Tick("anyway", "2").SubmitAsync();
        Assert.Equal([ImportRowState.Opened, ImportRowState.Opened, ImportRowState.LikeRow], (await desk.RowsAsync()).Select(r => r.State));
        Assert.Equal(["Amina Rahimi", "Olena Bondar", "Rahimi Amina"], await desk.NamesAsync());
    }

    [Fact]
    public async Task Whoever_was_opened_between_the_check_and_the_button_is_not_opened_again_and_no_number_is_lost()
    {
        var desk = await ImportDesk.OpenAsync(host);
        const string Table = "Name;Geburtsdatum\nAmina Rahimi;12.03.1990\nOlena Bondar;1985\n";
        var (first, second) = (await desk.CheckAsync(Table), await desk.CheckAsync(Table));
        await desk.OpenCasesAsync(first);
        var done = await desk.OpenCasesAsync(second);
        Assert.Contains("Gibt es vielleicht schon", done.Text, StringComparison.Ordinal);
        Assert.Equal(["Amina Rahimi", "Olena Bondar"], await desk.NamesAsync());
        await host.Portal.OpenCaseAsync(desk.Coordinator);
        Assert.Equal(["0001", "0002", "0003"], (await host.Portal.AsAsync(desk.Coordinator.Officer, db => db.CasePaths.Select(c => c.Number).OrderBy(n => n).ToListAsync())).Select(n => n[^4..]));
    }

    private async Task<long> ReadingsAsync(Guid id)
    {
        await using var connection = new Npgsql.NpgsqlConnection(host.Superuser);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from access_entry where case_id = $1", connection) { Parameters = { new() { Value = id } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<Page> NewCaseAsync(Visitor visitor) => await (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']")
        .Fill("OfficialName", "Amina Rahimi").Fill("BirthDay", "12").Fill("BirthMonth", "3").Fill("BirthYear", "1990").Fill("Template", TestCases.Template).SendAsync();

    private static PersonDetails Person(string name, string born) => new(name, null, null, born.Length == 0 ? null : PartialDate.FromStored(born), [], false, null, null);
}
