using System.Net;
using System.Text;
using IntegrationPortal.Domain.CaseImports;
using IntegrationPortal.Web.Tests.Testing;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Web.Tests.Features.CaseImports;

/// <summary>A coordinator of a new town with a list to bring in.</summary>
internal sealed record ImportDesk(PortalHost Host, Town Town, TestUser Coordinator, Visitor Visitor)
{
    public static async Task<ImportDesk> OpenAsync(PortalHost host)
    {
        var town = await host.TownAsync();
        var coordinator = await town.CoordinatorAsync();
        return new ImportDesk(host, town, coordinator, host.Portal.VisitAs(coordinator));
    }

    public ImportDesk As(TestUser user) => this with { Coordinator = user, Visitor = Host.Portal.VisitAs(user) };

    public Task<Page> UploadAsync(string csv) => UploadAsync(Encoding.UTF8.GetBytes(csv), "liste.csv", "text/csv");

    public async Task<Page> UploadAsync(byte[] file, string name = "liste.xlsx", string type = "application/octet-stream") =>
        await (await Visitor.GetAsync("/cases/import")).Form("form[action='/cases/import']").SendFileAsync("Form.File", file, name, type);

    /// <summary>Up to the page that says what becomes of the rows.</summary>
    public async Task<Page> CheckAsync(string csv) => await CheckAsync(await UploadAsync(csv));

    public async Task<Page> CheckAsync(Page columns)
    {
        Assert.True(columns.Status == HttpStatusCode.OK, $"{(int)columns.Status} {columns.Text}");
        var answer = await columns.Form("form[action='/cases/import/columns']").Fill("Form.Template", TestCases.Template).SendAsync();
        Assert.True(answer.Status == HttpStatusCode.SeeOther, $"{(int)answer.Status} {answer.Text}");
        return await Visitor.FollowAsync(answer);
    }

    public Task<Page> OpenCasesAsync(Page check) => check.Form("form[action$='/open']").SubmitAsync();

    public Task<List<string>> NamesAsync() => Host.Portal.AsAsync(Coordinator.Officer, db => db.Persons.OrderBy(p => p.OfficialName).Select(p => p.OfficialName).ToListAsync());

    public Task<List<(int Number, ImportRowState State)>> RowsAsync() => Host.Portal.AsAsync(Coordinator.Officer, async db =>
        (await db.CaseImportRows.OrderBy(r => r.Number).Select(r => new { r.Number, r.State }).ToListAsync()).ConvertAll(r => (r.Number, r.State)));
}
