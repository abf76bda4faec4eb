using System.Net;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.Persons;

public sealed class PersonsTests(PortalHost host)
{
    [Fact]
    public async Task The_basic_data_are_corrected_and_the_list_shows_and_finds_the_new_name()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var page = await (await visitor.GetAsync($"/cases/{id}/person/edit")).Form("main form[method=post]")
            .Fill("OfficialName", "Amina Karimi").Fill("CalledName", "Mina").SubmitAsync();
        Assert.Equal("Amina Karimi", page.Heading);
        Assert.Contains("gespeichert", page.Text, StringComparison.Ordinal);
        var list = await visitor.GetAsync("/cases");
        Assert.Contains("Mina K.", list.Text, StringComparison.Ordinal);
        Assert.True((await list.Form("form[action='/cases/search']").Fill("q", "Karimi").SubmitAsync()).Has($"a[href='/cases/{id}']"));
    }

    [Fact]
    public async Task Sex_may_be_said_as_in_the_register_and_left_out_again()
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var edit = await visitor.GetAsync($"/cases/{id}/person/edit");
        Assert.Equal("", edit.Document.QuerySelector("select[name=Sex] option[selected]")!.GetAttribute("value"));
        Assert.DoesNotContain("Geschlecht", (await visitor.GetAsync($"/cases/{id}/person")).Document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        var page = await edit.Form("main form[method=post]").Fill("Sex", "NotStated").SubmitAsync();
        Assert.Contains("keine Angabe im Register", page.Text, StringComparison.Ordinal);
        // What the register does not know is refused, and what was typed is kept.
        var again = await visitor.GetAsync($"/cases/{id}/person/edit");
        var refused = await again.Form("main form[method=post]").Fill("OfficialName", "Amina Sadat").Force("Sex", "invented").SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Amina Sadat", refused.Document.QuerySelector("main form")!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await again.Form("main form[method=post]").Force("Sex", "99").SendAsync()).Status);
        Assert.DoesNotContain("Geschlecht", (await again.Form("main form[method=post]").Fill("Sex", "").SubmitAsync()).Document.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_correct_at_the_same_time_the_second_is_told_and_overwrites_nothing()
    {
        var (visitor, _, coordinator, id) = await Desk.OpenAsync(host.Portal);
        var first = (await visitor.GetAsync($"/cases/{id}/person/edit")).Form("main form[method=post]").Fill("Reach", "0151 1").Fill("Sex", "Female");
        var second = (await visitor.GetAsync($"/cases/{id}/person/edit")).Form("main form[method=post]").Fill("Reach", "0151 2").Fill("CalledName", "Mina");
        Assert.Equal(HttpStatusCode.SeeOther, (await first.SendAsync()).Status);
        var late = await second.SendAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("schneller", late.Text, StringComparison.Ordinal);
        Assert.Equal("0151 1", await host.Portal.AsAsync(coordinator.Officer, db => db.Persons.Where(p => p.CaseId == id).Select(p => p.Reach).SingleAsync()));

        // What was typed is still there, beside what is stored; sending it again is a decision.
        Assert.Equal("0151 2", late.Document.QuerySelector("#Reach")!.GetAttribute("value"));
        Assert.Equal("Mina", late.Document.QuerySelector("#CalledName")!.GetAttribute("value"));
        Assert.Contains("Gespeichert ist inzwischen „0151 1“", late.Document.QuerySelector("#Reach-error")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("weiblich", late.Document.QuerySelector("#Sex-error")!.TextContent, StringComparison.Ordinal);
        Assert.False(late.Has("#OfficialName-error"));
        // Two forms and what came back showed the person.
        Assert.Equal(3, await host.Portal.AsAsync(coordinator.Officer, db => db.AccessEntries.CountAsync(a => a.CaseId == id)));
        Assert.Equal(HttpStatusCode.SeeOther, (await late.Form("main form[method=post]").SendAsync()).Status);
        Assert.Equal("0151 2", await host.Portal.AsAsync(coordinator.Officer, db => db.Persons.Where(p => p.CaseId == id).Select(p => p.Reach).SingleAsync()));
    }

    [Theory]
    [InlineData("OfficialName", "")]
    [InlineData("OfficialName", "\u0001")]
    [InlineData("Version", "x")]
    [InlineData("BirthDay", "31")]
    public async Task What_does_not_fit_is_told(string field, string value)
    {
        var (visitor, _, _, id) = await Desk.OpenAsync(host.Portal);
        var answer = await (await visitor.GetAsync($"/cases/{id}/person/edit")).Form("main form[method=post]").Force(field, value).SendAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Has(".portal-error-summary li"));
    }
}
