using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IntegrationPortal.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class PartnersOfTheHandbook : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "partner",
                table: "published_page",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "text_language",
                table: "published_page",
                type: "character varying(30)",
                maxLength: 30,
                nullable: false,
                defaultValue: "De");

            migrationBuilder.AddColumn<string>(
                name: "partner",
                table: "entry_version",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "handbook_partner",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    home = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    country_de = table.Column<string>(type: "text", nullable: false),
                    country_en = table.Column<string>(type: "text", nullable: false),
                    about_de = table.Column<string>(type: "text", nullable: false),
                    about_en = table.Column<string>(type: "text", nullable: false),
                    terms_de = table.Column<string>(type: "text", nullable: false),
                    terms_en = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handbook_partner", x => x.key);
                });

            migrationBuilder.CreateIndex(
                name: "ix_entry_version_partner",
                table: "entry_version",
                column: "partner",
                filter: "partner is not null");

            migrationBuilder.AddForeignKey(
                name: "fk_entry_version_handbook_partner_partner",
                table: "entry_version",
                column: "partner",
                principalTable: "handbook_partner",
                principalColumn: "key",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_entry_version_handbook_partner_partner",
                table: "entry_version");

            migrationBuilder.DropTable(
                name: "handbook_partner");

            migrationBuilder.DropIndex(
                name: "ix_entry_version_partner",
                table: "entry_version");

            migrationBuilder.DropColumn(
                name: "partner",
                table: "published_page");

            migrationBuilder.DropColumn(
                name: "text_language",
                table: "published_page");

            migrationBuilder.DropColumn(
                name: "partner",
                table: "entry_version");
        }
    }
}
