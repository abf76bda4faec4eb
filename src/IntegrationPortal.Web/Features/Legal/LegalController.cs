using IntegrationPortal.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace IntegrationPortal.Web.Features.Legal;

/// <summary>What a public body owes its visitors: accessibility statement, privacy notice, legal notice.</summary>
[AllowAnonymous]
public sealed class LegalController(IOptions<PortalFace> face) : Controller
{
    [HttpGet("/accessibility")]
    public IActionResult Accessibility() => View(face.Value);

    [HttpGet("/privacy-notice")]
    public IActionResult PrivacyNotice() => View(face.Value);

    [HttpGet("/imprint")]
    public IActionResult Imprint() => View(face.Value);
}
