using System.Net.Sockets;
using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Persons;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPortal.Web.Tests.Presentation;

/// <summary>Deeds that go wrong in every way the portal knows.</summary>
[Route("trouble")]
public sealed class TroubleController : Controller
{
    [HttpGet("status/{code:int}")]
    public IActionResult Bare(int code) => StatusCode(code);

    [HttpGet("crash")]
    public IActionResult Crash() => throw new InvalidOperationException("secret of the inside");

    [HttpGet("away")]
    public IActionResult Away() => throw new InvalidOperationException("secret", new NpgsqlException("secret", new SocketException(111)));

    [HttpGet("refused")]
    public IActionResult Refused() => throw new RefusedException(new Refusal("handover-category-without-ground", DataCategory.Family, "Jobcenter <Krefeld>"));

    [HttpGet("race")]
    public IActionResult Race() => throw new DbUpdateConcurrencyException("secret");

    [HttpGet("deadlock")]
    public IActionResult Deadlock() => throw new InvalidOperationException(
        "secret", new DbUpdateException("secret", new PostgresException("secret", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected)));

    [HttpGet("taken-back")]
    public IActionResult TakenBack() => throw new DbUpdateException("secret", new PostgresException("secret", "ERROR", "ERROR", PostgresErrorCodes.InsufficientPrivilege));

    [HttpGet("twice")]
    public IActionResult Twice() => throw new DbUpdateException("secret", new PostgresException("secret", "ERROR", "ERROR", PostgresErrorCodes.UniqueViolation));
}
