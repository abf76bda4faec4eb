using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace IntegrationPortal.Web.Presentation;

/// <summary>A sentence for the next page, after the redirect that follows a deed. It is kept in a protected cookie and shown once.</summary>
public static class Flash
{
    private const string KindKey = "flash-kind";
    private const string TextKey = "flash-text";

    public static void Success(this ITempDataDictionary notice, string sentence) => Set(notice, "success", sentence);

    public static void Warn(this ITempDataDictionary notice, string sentence) => Set(notice, "warning", sentence);

    public static (string Kind, string Sentence)? Take(ITempDataDictionary notice)
        => notice[TextKey] is string text && notice[KindKey] is string kind ? (kind, text) : null;

    private static void Set(ITempDataDictionary notice, string kind, string sentence)
        => (notice[KindKey], notice[TextKey]) = (kind, sentence);
}
