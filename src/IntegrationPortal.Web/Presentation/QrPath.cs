using System.Globalization;
using System.Text;
using QRCoder;

namespace IntegrationPortal.Web.Presentation;

/// <summary>An address as a QR code: the dark squares as one SVG path in a square of so many units.</summary>
public sealed record QrPath(string Path, int Side)
{
    public static QrPath Of(string address)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.L);
        var path = new StringBuilder();
        for (var y = 0; y < code.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < code.ModuleMatrix[y].Count; x++)
            {
                if (code.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }

        return new QrPath(path.ToString(), code.ModuleMatrix.Count);
    }
}
