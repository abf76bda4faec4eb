namespace IntegrationPortal.Web.Presentation.Errors;

/// <summary>Left by whoever refused a request, for the page that tells it: the sentence that says why.</summary>
public sealed record ErrorReason(string Sentence);
