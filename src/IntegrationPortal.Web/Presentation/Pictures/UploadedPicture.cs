using IntegrationPortal.Domain;
using IntegrationPortal.Domain.Knowledge;
using SkiaSharp;

namespace IntegrationPortal.Web.Presentation.Pictures;

/// <summary>
/// What somebody uploaded as a picture: looked at before it is unpacked, and drawn anew, so that nothing of the file survives but what is
/// to be seen. No place, no camera, no hidden part, no program.
/// </summary>
public static class UploadedPicture
{
    /// <summary>In bytes.</summary>
    public const int LargestFile = 8 * 1024 * 1024;

    /// <summary>Unpacked a picture takes four bytes for each; this is 100 MB.</summary>
    public const int MostPixels = 25_000_000;

    /// <summary>Wider or higher it is drawn smaller.</summary>
    public const int Longest = 1600;

    private const int Quality = 82;

    // One at a time: two large ones at once would need more memory than a small server has.
    private static readonly SemaphoreSlim Desk = new(1);

    /// <param name="file">The whole file.</param>
    /// <param name="saidToBe">The type that the browser named; it follows the file's name.</param>
    public static async Task<(DrawnPicture? Picture, Refusal? WhyNot)> DrawAsync(byte[] file, string? saidToBe, CancellationToken cancellation)
    {
        if (file.Length == 0)
            return (null, new Refusal("picture-missing"));
        if (file.Length > LargestFile)
            return (null, new Refusal("picture-file-too-large", LargestFile / (1024 * 1024)));
        if (TypeOf(file) is not { } type)
            return (null, new Refusal("picture-kind"));
        if (saidToBe is not null && saidToBe != type && saidToBe is not ("application/octet-stream" or "image/jpg"))
            return (null, new Refusal("picture-other-kind"));
        await Desk.WaitAsync(cancellation);
        try
        {
            return Draw(file);
        }
        finally
        {
            Desk.Release();
        }
    }

    private static (DrawnPicture?, Refusal?) Draw(byte[] file)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
            return (null, new Refusal("picture-broken"));
        // Before a single pixel is unpacked: a small file can hold a picture as large as a football field.
        if ((long)codec.Info.Width * codec.Info.Height > MostPixels)
            return (null, new Refusal("picture-too-many-pixels", MostPixels / 1_000_000));
        using var read = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(read.Info, read.GetPixels()) != SKCodecResult.Success)
            return (null, new Refusal("picture-broken"));
        using var drawn = Upright(read, codec.EncodedOrigin);
        using var image = SKImage.FromBitmap(drawn);
        using var encoded = image.Encode(SKEncodedImageFormat.Webp, Quality);
        return (new DrawnPicture(drawn.Width, drawn.Height, encoded.ToArray()), null);
    }

    // Phones store pictures as the sensor lay and note which side is up; the note does not survive, so the picture is turned.
    private static SKBitmap Upright(SKBitmap read, SKEncodedOrigin origin)
    {
        var lies = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var (width, height) = lies ? (read.Height, read.Width) : (read.Width, read.Height);
        var scale = Math.Min(1f, (float)Longest / Math.Max(width, height));
        var drawn = new SKBitmap(new SKImageInfo(
            Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        using var canvas = new SKCanvas(drawn);
        canvas.Clear(SKColors.Transparent);
        canvas.Scale((float)drawn.Width / width, (float)drawn.Height / height);
        var (w, h) = ((float)read.Width, (float)read.Height);
        // Columns of the matrix: where x goes, where y goes, and by how much both are moved.
        canvas.Concat(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return drawn;
    }

    /// <summary>By its first bytes, whatever its name says; null for everything else, SVG too, which is a program.</summary>
    private static string? TypeOf(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : file.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;
}
