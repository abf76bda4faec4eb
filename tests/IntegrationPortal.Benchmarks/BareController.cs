using IntegrationPortal.Domain.Municipalities;
using IntegrationPortal.Web.Data;
using IntegrationPortal.Web.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPortal.Benchmarks;

/// <summary>What the portal is compared with: as little as a signed-in page of the same stack can do.</summary>
[Authorize]
[Route("bench")]
public sealed class BareController(PortalDbContext db) : Controller
{
    /// <summary>Fifty rows through EF Core, rendered by Razor in a layout.</summary>
    [HttpGet("rows")]
    public async Task<IActionResult> Rows() => View("/Bare.cshtml", await RowsAsync());

    /// <summary>The same for visitors.</summary>
    [AllowAnonymous]
    [HttpGet("open")]
    public async Task<IActionResult> Open() => View("/Bare.cshtml", await RowsAsync());

    /// <summary>The same rows within the portal's own frame: navigation, who is signed in, what waits.</summary>
    [HttpGet("framed")]
    public async Task<IActionResult> Framed() => View("/BareInFrame.cshtml", await RowsAsync());

    private Task<List<BareRow>> RowsAsync() => db.Set<Municipality>().AsNoTracking().OrderBy(m => m.Key).Take(50)
        .Select(m => new BareRow(m.Key, m.Name, m.Population)).ToListAsync();

    /// <summary>A page with a form, to take its antiforgery token from.</summary>
    [HttpGet("form")]
    public IActionResult Form() => View("/BareForm.cshtml");

    /// <summary>One row changed through EF, with antiforgery.</summary>
    [HttpPost("update")]
    public async Task<IActionResult> Update(Guid id, int seq)
    {
        var row = await db.Set<PortalUser>().SingleAsync(u => u.Id == id);
        row.DisplayName = $"Bare {seq}";
        await db.SaveChangesAsync();
        Response.Headers.Location = "/bench/form";
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}

/// <summary>One row of the bare page.</summary>
public sealed record BareRow(string Key, string Name, int? Population);
