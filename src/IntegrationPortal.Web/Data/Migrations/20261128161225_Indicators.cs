using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Indicators : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "indicator");

            migrationBuilder.CreateTable(
                name: "indicator_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: true),
                    denominator = table.Column<decimal>(type: "numeric", nullable: true),
                    source_name = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    source_date = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    recorded_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target",
                schema: "indicator",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    municipality_key = table.Column<string>(type: "character varying(9)", maxLength: 9, nullable: false),
                    code = table.Column<string>(type: "character varying(8)", maxLength: 8, nullable: false),
                    baseline = table.Column<decimal>(type: "numeric", nullable: false),
                    baseline_month = table.Column<DateOnly>(type: "date", nullable: false),
                    target = table.Column<decimal>(type: "numeric", nullable: false),
                    target_month = table.Column<DateOnly>(type: "date", nullable: false),
                    office = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    set_by_user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_indicator_entry_municipality_key_code_month_part_recorded_at",
                table: "indicator_entry",
                columns: new[] { "municipality_key", "code", "month", "part", "recorded_at" });

            migrationBuilder.CreateIndex(
                name: "ix_target_municipality_key_code_baseline_month",
                schema: "indicator",
                table: "target",
                columns: new[] { "municipality_key", "code", "baseline_month" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "indicator_entry");

            migrationBuilder.DropTable(
                name: "target",
                schema: "indicator");
        }
    }
}
