using System.Runtime.InteropServices;
using Portal = IntegrationPortal.Web.Hosting.NativeMemory;

namespace IntegrationPortal.Web.Tests.Hosting;

/// <summary>The pieces that the compiler takes are pieces of the system's, which a library that keeps what is freed would cut from what it has.</summary>
public sealed class NativeMemoryTests
{
    private const int Pieces = 200;
    private const int OfTheCompiler = 64 * 1024;

    [Fact]
    public void What_the_compiler_takes_and_frees_goes_back_to_the_system()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && NativeLibrary.TryLoad("libc.so.6", out _), "Only glibc keeps what is freed.");
        Portal.GiveBackWhatIsFreed();
        var before = (long)Counted().MappedPieces;
        var taken = Enumerable.Range(0, Pieces).Select(_ => Marshal.AllocHGlobal(OfTheCompiler)).ToList();
        var held = (long)Counted().MappedPieces;
        taken.ForEach(Marshal.FreeHGlobal);
        // Other tests take and free a few at the same time.
        Assert.InRange(held - before, Pieces / 2, long.MaxValue);
        Assert.InRange(held - (long)Counted().MappedPieces, Pieces / 2, long.MaxValue);
    }

    [DllImport("libc.so.6", EntryPoint = "mallinfo2"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern MallocInfo Counted();

    /// <summary>As in malloc.h.</summary>
    private readonly record struct MallocInfo(
        nuint Arena, nuint FreePieces, nuint SmallPieces, nuint MappedPieces, nuint Mapped, nuint Most, nuint SmallFree, nuint InUse, nuint Free, nuint Top);
}
