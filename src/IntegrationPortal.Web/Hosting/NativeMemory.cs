using System.Runtime.InteropServices;

namespace IntegrationPortal.Web.Hosting;

/// <summary>
/// What is not .NET's own heap: for each method the compiler takes pieces of 64 KB to some megabytes and gives them back, and glibc keeps them,
/// in an arena for each thread that ever compiled: from the first large piece it learns that large pieces will be wanted again. Told a size
/// below those pieces it takes and gives them back one by one. Under load a portal kept 20 MB and more otherwise.
/// </summary>
public static class NativeMemory
{
    // The numbers of malloc.h.
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    private const int BelowThePiecesOfTheCompiler = 32 * 1024;
    private const int GlibcsOwnTrim = 128 * 1024;

    private const int Arenas = 2;

    /// <summary>Before other threads begin to work. A system with another library than glibc goes on as it is.</summary>
    public static void GiveBackWhatIsFreed()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetMallocOption(MmapThreshold, BelowThePiecesOfTheCompiler);
            // Saying even the size that it has keeps it from growing.
            _ = SetMallocOption(TrimThreshold, GlibcsOwnTrim);
            _ = SetMallocOption(ArenaMax, Arenas);
        }
        catch (Exception other) when (other is DllNotFoundException or EntryPointNotFoundException)
        {
        }
    }

    [DllImport("libc.so.6", EntryPoint = "mallopt"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetMallocOption(int option, int value);
}
