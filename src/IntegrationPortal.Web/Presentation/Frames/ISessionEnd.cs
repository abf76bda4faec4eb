namespace IntegrationPortal.Web.Presentation.Frames;

/// <summary>How long the session of a page still lasts: while nothing is opened or sent, and in any case.</summary>
public sealed record SessionEnd(TimeSpan Idle, TimeSpan AtMost);

/// <summary>Knows it for the page that is being drawn; null for whoever is not signed in.</summary>
public interface ISessionEnd
{
    SessionEnd? Of(HttpContext context);
}
