using System.Net;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Cases;

public sealed class NewCaseTests(PortalHost host)
{
    [Theory]
    [InlineData("Ş. Ağca", "Ş. Ağca")]
    [InlineData("Nguyễn Thị Ánh", "Nguyễn Thị Ánh")]
    [InlineData("Suharto", "Suharto")]
    [InlineData("محمد السيد", "محمد السيد")]
    [InlineData("<script>alert(1)</script> O'Neil", "O'Neil")]
    public async Task A_case_is_opened_for_a_person_with_any_name(string name, string shown)
    {
        var (visitor, coordinator) = await SignedInAsync();
        var page = await (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']")
            .Fill("OfficialName", name).Fill("Template", TestCases.Template).SubmitAsync();

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(shown, page.Heading, StringComparison.Ordinal);
        Assert.Contains("-0001", page.Heading, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(name, await host.Portal.AsAsync(coordinator.Officer, db => db.Persons.Select(p => p.OfficialName).SingleAsync()));
    }

    [Fact]
    public async Task Two_hundred_characters_fit_and_one_more_does_not()
    {
        var (visitor, _) = await SignedInAsync();
        var form = await visitor.GetAsync("/cases/new");
        var refused = await form.Form("form[action='/cases/new']").Fill("OfficialName", new string('A', 201)).Fill("Template", TestCases.Template).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("höchstens 200 Zeichen", refused.Text, StringComparison.Ordinal);
        var opened = await refused.Form("form[action='/cases/new']").Fill("OfficialName", new string('A', 200)).SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, opened.Status);
    }

    [Theory]
    [InlineData("OfficialName", "", "fehlt")]
    [InlineData("OfficialName", "   ", "fehlt")]
    [InlineData("OfficialName", "12345", "mindestens einen Buchstaben")]
    [InlineData("OfficialName", "Amina\u0001Rahimi", "Steuerzeichen")]
    [InlineData("OfficialName", "Amina\u202EimihaR", "Leserichtung")]
    [InlineData("CalledName", "\u0007", "Steuerzeichen")]
    [InlineData("NameInOwnScript", "\u0007", "Steuerzeichen")]
    [InlineData("BirthYear", "neunzehn", "nicht lesbar")]
    [InlineData("BirthYear", "1800", "1900 oder später")]
    [InlineData("BirthYear", "2999", "Zukunft")]
    [InlineData("BirthYear", "19900000", "zu lang")]
    [InlineData("InterpreterNote", "a\u0002", "Steuerzeichen")]
    [InlineData("Reach", "a\u0001", "Steuerzeichen")]
    [InlineData("Languages[0]", "klingon", "aus der Liste")]
    [InlineData("Template", "T13-PILOT", "angebotenen Wege")]
    [InlineData("Template", "nonsense", "angebotenen Wege")]
    [InlineData("Template", "", "fehlt")]
    public async Task What_does_not_fit_is_told_at_its_field_and_what_was_typed_stays(string field, string value, string told)
    {
        var (visitor, coordinator) = await SignedInAsync();
        var answer = await (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']")
            .Fill("OfficialName", "Amina Rahimi").Fill("Reach", "über die Schule").Fill("Template", TestCases.Template).Force(field, value).SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Document.QuerySelector(".portal-error-summary")!.TextContent, StringComparison.Ordinal);
        if (field != "Reach")
            Assert.Equal("über die Schule", answer.Document.QuerySelector("[name=Reach]")!.GetAttribute("value"));
        Assert.Equal(0, await host.Portal.AsAsync(coordinator.Officer, db => db.CasePaths.CountAsync()));
    }

    [Fact]
    public async Task The_path_is_asked_first_says_for_whom_it_is_and_stays_chosen_when_something_else_does_not_fit()
    {
        var (visitor, _) = await SignedInAsync();
        var page = await visitor.GetAsync("/cases/new");
        Assert.Equal(["Template", "OfficialName"], page.Document.QuerySelectorAll("main form :is(input:not([type=hidden]), select)").Take(2).Select(f => f.GetAttribute("name")));
        Assert.Equal(
            page.Document.QuerySelectorAll("select[name=Template] option").Skip(1).Select(o => o.TextContent), page.Document.QuerySelectorAll("main form details dt").Select(t => t.TextContent));
        Assert.All(page.Document.QuerySelectorAll("main form details dd"), d => Assert.NotEqual("", d.TextContent.Trim()));

        var refused = await page.Form("form[action='/cases/new']").Fill("Template", TestCases.Template).SendAsync();
        Assert.Equal(TestCases.Template, refused.Document.QuerySelector("select[name=Template] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Further_languages_are_folded_until_one_is_there()
    {
        var (visitor, _) = await SignedInAsync();
        var page = await visitor.GetAsync("/cases/new");
        Assert.True(page.Has("details:not([open]) select[name='Languages[2]']"));
        Assert.False(page.Has("details select[name='Languages[1]']"));
        var refused = await page.Form("form[action='/cases/new']").Fill("Languages[2]", "fa").SendAsync();
        Assert.Equal("fa", refused.Document.QuerySelector("details[open] select[name='Languages[2]'] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_character_that_a_database_cannot_store_is_no_fault_of_the_portal()
    {
        var (visitor, _) = await SignedInAsync();
        var answer = await (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']").Fill("OfficialName", "Amina\0Rahimi").SendAsync();
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Diese Anfrage war unvollständig", answer.Heading);
    }

    [Theory]
    [InlineData("", "", "1990", "1990")]
    [InlineData("", "3", "1990", "März 1990")]
    [InlineData("12", "03", "1990", "12.03.1990")]
    public async Task A_birth_date_may_be_known_in_part(string day, string month, string year, string shown)
    {
        var (visitor, _) = await SignedInAsync();
        var page = await (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']").Fill("OfficialName", "Amina Rahimi")
            .Fill("BirthDay", day).Fill("BirthMonth", month).Fill("BirthYear", year).Fill("Template", TestCases.Template).SubmitAsync();
        var person = await visitor.GetAsync(page.Address + "/person");
        Assert.Contains(shown, person.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_opens_one_case()
    {
        var (visitor, coordinator) = await SignedInAsync();
        var form = (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']").Fill("OfficialName", "Amina Rahimi").Fill("Template", TestCases.Template);
        var first = await form.SendAsync();
        var second = await form.SendAsync();
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await host.Portal.AsAsync(coordinator.Officer, db => db.CasePaths.CountAsync()));
    }

    [Fact]
    public async Task A_double_click_opens_one_case_and_cases_opened_at_once_get_numbers_of_their_own()
    {
        var (visitor, coordinator) = await SignedInAsync();
        var form = (await visitor.GetAsync("/cases/new")).Form("form[action='/cases/new']").Fill("OfficialName", "Amina Rahimi").Fill("Template", TestCases.Template);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => form.SendAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.SeeOther, a.Status));

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => host.Portal.OpenCaseAsync(coordinator)));
        var numbers = await host.Portal.AsAsync(coordinator.Officer, db => db.CasePaths.Select(c => c.Number).OrderBy(n => n).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 6).Select(i => $"{numbers[0][..6]}-{i:0000}"), numbers);
    }

    private async Task<(Visitor Visitor, TestUser Coordinator)> SignedInAsync()
    {
        var town = await Town.CreateAsync(host.Portal);
        var coordinator = await town.CoordinatorAsync();
        return (await host.Portal.SignInAsync(coordinator), coordinator);
    }
}
