namespace IntegrationPortal.Web.Presentation.Offline;

/// <summary>A script of the portal asks, such as the queue of a phone, and not a person who reads a page.</summary>
public static class JsonAnswers
{
    public static bool WantsJson(this HttpRequest request) => request.Headers.Accept == "application/json";
}
