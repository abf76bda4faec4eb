using IntegrationPortal.Web.Presentation.Frames;

namespace IntegrationPortal.Web.Presentation.Errors;

/// <summary>Left by whoever refused a request, for the page that tells it: the person's own other hats that could open the page.</summary>
/// <param name="SwitchHref">Where a hat is put on.</param>
/// <param name="ReturnPath">The page that was asked for.</param>
public sealed record HatOffer(IReadOnlyList<OtherHat> Hats, string SwitchHref, string ReturnPath);
