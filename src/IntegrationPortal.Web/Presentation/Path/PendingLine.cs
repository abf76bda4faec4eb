namespace IntegrationPortal.Web.Presentation.Path;

/// <summary>Something that has to come to an end first, and where.</summary>
public sealed record PendingLine(string Text, string Href);
