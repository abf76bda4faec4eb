using System.Text.RegularExpressions;
using IntegrationPortal.Domain.Knowledge;

namespace IntegrationPortal.Web.Presentation.Pictures;

/// <summary>Pictures that a text may show: those of the handbook, under their own address, with words for who does not see them.</summary>
public static partial class SafePictures
{
    /// <summary>Of the handbook itself; anything else would be fetched from elsewhere by each reader.</summary>
    public static bool IsOwn(string? address) => address is not null && Own().IsMatch(address);

    /// <summary>The text without this picture, wherever it stands.</summary>
    public static string Without(string markdown, Guid picture) =>
        Regex.Replace(markdown, @"\n*!\[[^\]\n]*\]\(" + Regex.Escape(EntryPicture.AddressOf(picture)) + @"\)", "", RegexOptions.None, TimeSpan.FromSeconds(1)).Trim();

    [GeneratedRegex(@"\A/handbook/pictures/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z")]
    private static partial Regex Own();
}
